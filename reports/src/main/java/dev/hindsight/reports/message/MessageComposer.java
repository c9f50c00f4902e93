package dev.hindsight.reports.message;

import dev.hindsight.reports.wording.Excerpt;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Enumeration;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Turns letters into messages (RFC 5322). The same letter is always the same bytes: nothing in a
 * message comes from a clock or a counter. Thread-safe.
 */
public final class MessageComposer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final LocalTime TIME_OF_DAY = LocalTime.of(23, 59);
  private static final int SUBJECT_LENGTH = 150;
  private static final int DIGEST_LENGTH = 32;

  private final Letterhead letterhead;
  private final Session session = Session.getInstance(new Properties());

  public MessageComposer(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /** The message as it lies in a file and goes over the wire. */
  public byte[] compose(Letter letter) {
    String name = digest(letter.reference());
    MessageBody body = new MessageBody(letter, name);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Enumeration<String> lines = headers(letter, name, body).getAllHeaderLines();
      while (lines.hasMoreElements()) {
        bytes.writeBytes((lines.nextElement() + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(body.bytes());
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("Not a message: " + letter.reference(), e);
    }
  }

  private MimeMessage headers(Letter letter, String name, MessageBody body)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(letterhead.sender().named(letterhead.marketplaceName()));
    message.setRecipient(Message.RecipientType.TO, letter.to().named(letter.toName()));
    if (letterhead.replyTo() != null) {
      message.setReplyTo(
          new InternetAddress[] {letterhead.replyTo().named(letterhead.marketplaceName())});
    }
    message.setSubject(Excerpt.of(letter.subject(), SUBJECT_LENGTH), UTF_8);
    message.setSentDate(Date.from(letter.stateOf().atTime(TIME_OF_DAY).toInstant(ZoneOffset.UTC)));
    message.setHeader("Message-ID", "<" + name + "@" + letterhead.sender().domain() + ">");
    message.setHeader("MIME-Version", "1.0");
    message.setHeader("Content-Type", body.contentType());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Id", "<" + letterhead.listId() + ">");
    new UnsubscribeHeaders(letterhead).addTo(message, letter.sellerId());
    message.setHeader("Content-Language", letter.language());
    return message;
  }

  private static String digest(String reference) {
    return DigestUtils.sha256Hex(reference).substring(0, DIGEST_LENGTH);
  }
}
