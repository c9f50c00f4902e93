package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.due.ReportCalendar;
import dev.hindsight.reports.due.Silenced;
import dev.hindsight.reports.smtp.SmtpSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which version's reports to send, and how.
 *
 * @param outbox where they lie
 * @param isBackFill whether nothing is to be sent because the date is long over
 * @param silenced whom nothing is sent to any more
 * @param smtp absent where nothing is sent, only decided
 */
public record DeliveryRequest(
    Lake lake,
    VersionName version,
    Path outbox,
    ReportCalendar calendar,
    boolean isBackFill,
    Silenced silenced,
    @Nullable SmtpSettings smtp) {}
