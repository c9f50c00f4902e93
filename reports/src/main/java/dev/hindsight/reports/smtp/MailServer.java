package dev.hindsight.reports.smtp;

import dev.hindsight.reports.smtp.SmtpSettings.Login;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import javax.net.ssl.SSLException;

/** The mail server that reports are handed to. Thread-safe. */
final class MailServer {
  private final SmtpSettings settings;
  private final Session session;

  MailServer(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    Properties properties = new Properties();
    String timeout = Long.toString(settings.timeout().toMillis());
    properties.put("mail.smtp.connectiontimeout", "" + settings.connectTimeout().toMillis());
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.from", settings.envelopeSender());
    properties.put("mail.smtp.auth", Boolean.toString(settings.login() != null));
    boolean isStartTls = settings.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(isStartTls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  /**
   * Opens a connection.
   *
   * @throws UnusableServerException where no other try would do better
   * @throws MessagingException where the server cannot be reached now
   */
  MailConnection connect() throws MessagingException {
    Transport transport = session.getTransport("smtp");
    Login login = settings.login();
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      return new MailConnection(session, transport);
    } catch (AuthenticationFailedException e) {
      throw new UnusableServerException(
          "Mail server %s refuses the login (%s); check smtp-user and HINDSIGHT_SMTP_PASSWORD"
              .formatted(settings.server(), MailConnection.oneLine(e.getMessage())),
          e);
    } catch (MessagingException e) {
      throw unusable(e);
    }
  }

  private MessagingException unusable(MessagingException failure) {
    String message = MailConnection.oneLine(failure.getMessage());
    if (message.contains("STARTTLS is required")) {
      throw new UnusableServerException(
          ("Mail server %s does not offer STARTTLS, so reports would travel in the clear; name one"
                  + " that does, or a port with smtp-security: tls, or allow it with smtp-security:"
                  + " none")
              .formatted(settings.server()),
          failure);
    }
    if (failure.getNextException() instanceof SSLException tls) {
      throw new UnusableServerException(
          "Mail server %s cannot prove that it is %s (%s); check smtp-host, smtp-security and the server's certificate"
              .formatted(
                  settings.server(), settings.host(), MailConnection.oneLine(tls.getMessage())),
          failure);
    }
    return failure;
  }
}
