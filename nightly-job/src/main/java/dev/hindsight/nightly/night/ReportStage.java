package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.reports.ReportRun;
import dev.hindsight.reports.ReportsRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Writes the reports of the version just made; alone, of the date's or the current one. */
record ReportStage(ReportRun reports) implements Stage {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public void run(NightRequest request, NightSummary summary) throws IOException {
    VersionManifest made = summary.version();
    VersionName version =
        made == null ? published(request) : VersionName.parse(made.version()).orElseThrow();
    if (made == null) {
      summary.analyzed(
          ManifestJson.read(
              request.lake().version(version).resolve(Lake.VERSION_MANIFEST),
              VersionManifest.class),
          false);
    }
    summary.reported(
        reports.write(
            new ReportsRequest(request.lake(), version, request.outbox(), request.reports())));
  }

  private static VersionName published(NightRequest request) throws IOException {
    Versions versions = new Versions(request.lake());
    LocalDate date = request.asOfDate();
    Optional<VersionName> found =
        date == null
            ? versions.current()
            : versions.all().stream()
                .filter(version -> version.asOfDate().equals(date))
                .max(Comparator.naturalOrder());
    return found.orElseThrow(
        () ->
            new NightException(
                "Lake %s has no version%s; run: hindsight analyze"
                    .formatted(request.lake().root(), date == null ? "" : " of " + date)));
  }
}
