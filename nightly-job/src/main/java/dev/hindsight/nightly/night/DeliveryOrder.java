package dev.hindsight.nightly.night;

import dev.hindsight.reports.MailSettings;
import dev.hindsight.reports.due.ReportCalendar;
import dev.hindsight.reports.smtp.SmtpSettings;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how reports are sent.
 *
 * @param isAsked whether this very command line says so, rather than a setting: then it holds for a
 *     date that is long over, too
 * @param isBackFill whether nothing is sent, whoever asks
 * @param smtp absent where reports stay in the outbox
 */
public record DeliveryOrder(
    boolean isAsked,
    boolean isBackFill,
    ReportCalendar calendar,
    MailSettings mail,
    @Nullable SmtpSettings smtp) {
  /** Reports stay in the outbox. */
  public static final DeliveryOrder NONE =
      new DeliveryOrder(false, false, ReportCalendar.DEFAULT, MailSettings.DEFAULTS, null);

  /** The same, for a date of a back-fill. */
  DeliveryOrder forBackFill() {
    return new DeliveryOrder(false, true, calendar, mail, null);
  }

  /** What makes a night another one. */
  String identity() {
    return "%s %s %s".formatted(calendar, mail, smtp != null);
  }
}
