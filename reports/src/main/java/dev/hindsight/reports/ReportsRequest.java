package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import java.nio.file.Path;

/** Which version's reports to write, where to, and in whose name. */
public record ReportsRequest(
    Lake lake, VersionName version, Path outbox, ReportSettings settings, MailSettings mail) {
  public ReportsRequest {
    outbox = outbox.toAbsolutePath().normalize();
  }

  /** With messages that say of themselves what they say where nothing is configured. */
  public ReportsRequest(Lake lake, VersionName version, Path outbox, ReportSettings settings) {
    this(lake, version, outbox, settings, MailSettings.DEFAULTS);
  }
}
