package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import java.nio.file.Path;

/** Which version's reports to write, where to, and in whose name. */
public record ReportsRequest(Lake lake, VersionName version, Path outbox, ReportSettings settings) {
  public ReportsRequest {
    outbox = outbox.toAbsolutePath().normalize();
  }
}
