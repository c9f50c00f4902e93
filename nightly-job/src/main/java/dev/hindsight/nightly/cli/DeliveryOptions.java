package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.DeliveryOrder;
import dev.hindsight.reports.MailSettings;
import dev.hindsight.reports.due.ReportCalendar;
import dev.hindsight.reports.smtp.SmtpSettings;
import dev.hindsight.reports.smtp.SmtpSettings.Login;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether and how reports are sent. */
final class DeliveryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--deliver",
      paramLabel = "HOW",
      defaultValue = "outbox",
      description =
          "outbox: reports stay files; smtp: those that are due are sent (default: outbox).")
  private Channel channel = Channel.OUTBOX;

  @Option(names = "--smtp-host", paramLabel = "NAME", description = "The mail server.")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "N",
      defaultValue = "587",
      description = "Its port (default: 587).")
  private int port;

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "Who logs in; the password is HINDSIGHT_SMTP_PASSWORD in the environment.")
  private @Nullable String user;

  @Option(
      names = "--smtp-security",
      paramLabel = "HOW",
      defaultValue = "starttls",
      description =
          "starttls, tls (from the start) or none (in the clear) (default: starttls, which is then required).")
  private Security security = Security.STARTTLS;

  @Option(
      names = "--smtp-connect-timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long a connection may take (default: 10).")
  private long connectTimeout;

  @Option(
      names = "--smtp-timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long an answer may take (default: 60).")
  private long timeout;

  @Option(
      names = "--smtp-connections",
      paramLabel = "N",
      defaultValue = "2",
      description = "Connections at once (default: 2).")
  private int connections;

  @Option(
      names = "--smtp-rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most messages a second (default: 20).")
  private int rate;

  @Option(
      names = "--smtp-retries",
      paramLabel = "N",
      defaultValue = "3",
      description = "Tries after a temporary refusal (default: 3).")
  private int retries;

  @Option(
      names = "--smtp-retry-wait",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Wait before the first of them; each later one is twice as long (default: 5).")
  private long retryWait;

  @Option(
      names = "--envelope-sender",
      paramLabel = "ADDRESS",
      description = "Where what cannot be delivered comes back to (default: the sender).")
  private @Nullable String envelopeSender;

  @Option(
      names = "--list-id",
      paramLabel = "ID",
      description = "List-Id of the messages (default: seller-reports of the sender's domain).")
  private @Nullable String listId;

  @Option(
      names = "--unsubscribe-url",
      paramLabel = "URL",
      description =
          "https address where one click unsubscribes; its secret is HINDSIGHT_UNSUBSCRIBE_SECRET (see docs/email.md).")
  private @Nullable String unsubscribeUrl;

  @Option(
      names = "--report-weekday",
      paramLabel = "DAY",
      defaultValue = "monday",
      description = "The day on which a report week begins (default: monday).")
  private DayOfWeek weekday = DayOfWeek.MONDAY;

  /** Where reports go. */
  enum Channel {
    OUTBOX,
    SMTP
  }

  /**
   * The order that these options make.
   *
   * @param sender what bounces come back to where nothing else is set
   * @throws UsageException saying everything that is wrong
   */
  DeliveryOrder order(String sender) {
    return new DeliveryOrder(
        isAsked(),
        false,
        new ReportCalendar(weekday),
        mail(),
        channel == Channel.SMTP ? smtp(sender) : null);
  }

  /** The order to send, whatever the setting says. */
  DeliveryOrder orderToSend(String sender) {
    return new DeliveryOrder(true, false, new ReportCalendar(weekday), mail(), smtp(sender));
  }

  private boolean isAsked() {
    return channel == Channel.SMTP
        && spec.commandLine().getParseResult().hasMatchedOption("--deliver");
  }

  private MailSettings mail() {
    try {
      return new MailSettings(listId, unsubscribeUrl, secret("unsubscribe-secret"));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private SmtpSettings smtp(String sender) {
    List<String> problems = new ArrayList<>();
    String password = secret("smtp-password");
    if (host == null) {
      problems.add("Sending reports needs smtp-host: the mail server's name");
    }
    if (user != null && password == null) {
      problems.add("smtp-user needs its password in HINDSIGHT_SMTP_PASSWORD");
    }
    SmtpSettings settings = null;
    try {
      settings =
          new SmtpSettings(
              host == null ? "localhost" : host,
              port,
              security,
              user == null || password == null ? null : new Login(user, password),
              envelopeSender == null ? sender : envelopeSender,
              Duration.ofSeconds(connectTimeout),
              Duration.ofSeconds(timeout),
              connections,
              rate,
              retries,
              Duration.ofSeconds(retryWait));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    if (settings == null || !problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
    return settings;
  }

  private @Nullable String secret(String key) {
    return SettingDefaults.secret(spec, key);
  }
}
