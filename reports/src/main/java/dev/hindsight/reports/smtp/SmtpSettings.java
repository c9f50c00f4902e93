package dev.hindsight.reports.smtp;

import dev.hindsight.reports.message.MailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that reports are handed to, and how fast.
 *
 * @param login absent where the server asks for none
 * @param envelopeSender where what cannot be delivered comes back to
 * @param connections that are open at once
 * @param rate most messages a second, over all connections
 * @param retries after a temporary refusal
 * @param retryWait before the first of them; each later one waits twice as long
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    @Nullable Login login,
    String envelopeSender,
    Duration connectTimeout,
    Duration timeout,
    int connections,
    int rate,
    int retries,
    Duration retryWait) {

  /** How the connection is encrypted. */
  public enum Security {
    /** In the clear at first, then encrypted; a server that cannot is refused. */
    STARTTLS,
    /** Encrypted from the start. */
    TLS,
    /** In the clear. */
    NONE
  }

  /** Who sends. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[user=%s]".formatted(user);
    }
  }

  /**
   * Checks all settings.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public SmtpSettings {
    List<String> problems = new ArrayList<>();
    if (!host.matches("[A-Za-z0-9.:_-]+")) {
      problems.add(
          "smtp-host: \"%s\" is no host; write a name such as smtp.example.com".formatted(host));
    }
    addUnless(1, port, 65_535, "smtp-port", problems);
    addUnless(1, connectTimeout.toSeconds(), 3_600, "smtp-connect-timeout", problems);
    addUnless(1, timeout.toSeconds(), 3_600, "smtp-timeout", problems);
    addUnless(1, connections, 20, "smtp-connections", problems);
    addUnless(1, rate, 10_000, "smtp-rate", problems);
    addUnless(0, retries, 10, "smtp-retries", problems);
    addUnless(0, retryWait.toSeconds(), 3_600, "smtp-retry-wait", problems);
    if (MailAddress.of(envelopeSender).isEmpty()) {
      problems.add(
          "envelope-sender: \"%s\" is not an email address; write bounces@example.com"
              .formatted(envelopeSender));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void addUnless(
      long least, long value, long most, String key, List<String> problems) {
    if (value < least || value > most) {
      problems.add("%s: %d is not possible; write %d to %d".formatted(key, value, least, most));
    }
  }

  /** The server, for people. */
  public String server() {
    return host + ":" + port;
  }
}
