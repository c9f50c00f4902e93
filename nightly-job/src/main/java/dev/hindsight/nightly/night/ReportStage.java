package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.reports.DeliveryRequest;
import dev.hindsight.reports.ReportDelivery;
import dev.hindsight.reports.ReportRun;
import dev.hindsight.reports.ReportsRequest;
import dev.hindsight.reports.silence.LandedSilence;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Writes the reports of the version just made, and sends those that are due; alone, of the date's
 * or the current one.
 */
record ReportStage(ReportRun reports, ReportDelivery delivery) implements Stage {
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
            new ReportsRequest(
                request.lake(),
                version,
                request.outbox(),
                request.reports(),
                request.delivery().mail())));
    summary.delivered(delivery.deliver(deliveryRequest(request, version)));
  }

  /** What there is to decide of the version that the request names. */
  static DeliveryRequest deliveryRequest(NightRequest request) throws IOException {
    return deliveryRequest(request, published(request));
  }

  private static DeliveryRequest deliveryRequest(NightRequest request, VersionName version)
      throws IOException {
    LandedFiles landed = LandedFiles.of(request.lake(), ManifestJson.reader(LandedFile.class));
    return new DeliveryRequest(
        request.lake(),
        version,
        request.outbox(),
        request.delivery().calendar(),
        request.delivery().isBackFill()
            || (!request.delivery().isAsked() && isOld(request, version)),
        new LandedSilence(request.lake(), landed).read(),
        request.delivery().smtp());
  }

  /** Whether the date is older than the newest published: its reports are no news to anybody. */
  private static boolean isOld(NightRequest request, VersionName version) throws IOException {
    Optional<VersionName> newest = new Versions(request.lake()).current();
    return newest.isPresent() && version.asOfDate().isBefore(newest.get().asOfDate());
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
