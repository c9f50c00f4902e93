package dev.hindsight.reports.smtp;

import dev.hindsight.reports.smtp.Answer.Kind;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** An open connection to a mail server, for one message after another. Not thread-safe. */
final class MailConnection implements AutoCloseable {
  private final Session session;
  private final SMTPTransport transport;

  MailConnection(Session session, Transport transport) {
    this.session = session;
    this.transport = (SMTPTransport) transport;
  }

  /** Hands over a message. */
  Answer send(byte[] bytes, String address) {
    StoredMessage message = new StoredMessage(session, bytes);
    try {
      transport.sendMessage(message, new Address[] {new InternetAddress(address, true)});
      return new Answer(Kind.ACCEPTED, oneLine(transport.getLastServerResponse()));
    } catch (MessagingException e) {
      return refusal(e, message.isHandedOver());
    }
  }

  /** What the server said is certain; where it said nothing, it depends on what it had got. */
  private static Answer refusal(MessagingException failure, boolean isHandedOver) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPAddressFailedException address) {
        return answered(address.getReturnCode(), false, address, isHandedOver);
      }
      if (e instanceof SMTPSendFailedException send && isAnswer(send.getReturnCode())) {
        boolean isSender = String.valueOf(send.getCommand()).startsWith("MAIL");
        return answered(send.getReturnCode(), isSender, send, isHandedOver);
      }
    }
    return new Answer(
        isHandedOver ? Kind.UNKNOWN : Kind.CONNECTION_LOST, oneLine(failure.getMessage()));
  }

  private static Answer answered(
      int code, boolean isSender, MessagingException e, boolean isHandedOver) {
    String text = oneLine(e.getMessage());
    if (code == 421) {
      return new Answer(Kind.CONNECTION_LOST, text);
    }
    if (code / 100 == 4) {
      return new Answer(Kind.NOT_NOW, text);
    }
    if (code / 100 == 5) {
      return new Answer(isSender ? Kind.SENDER_REFUSED : Kind.NEVER, text);
    }
    return new Answer(isHandedOver ? Kind.UNKNOWN : Kind.CONNECTION_LOST, text);
  }

  private static boolean isAnswer(int code) {
    return code >= 400 && code < 600;
  }

  static String oneLine(@Nullable String text) {
    return String.valueOf(text).replaceAll("[\\s\\p{Cc}]+", " ").strip();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // the server has closed it first
    }
  }
}
