package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.FileRules;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.rows.SourceFormats;
import dev.hindsight.nightly.gates.GateRules;
import dev.hindsight.nightly.spark.SparkMaster;
import dev.hindsight.reports.ReportSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a night, or one stage of it, is asked to do.
 *
 * @param landing absent for stages that do not ingest
 * @param asOfDate absent: the newest landed day that is over
 * @param reportingCurrency absent: the commonest
 * @param adviceHoldout who gets no recommendations
 * @param gates what the quality gates allow
 * @param progress is told how far the ingest is
 */
public record NightRequest(
    Lake lake,
    @Nullable Path landing,
    Path outbox,
    @Nullable LocalDate asOfDate,
    int windowDays,
    @Nullable String reportingCurrency,
    ZoneId zone,
    AdviceHoldout adviceHoldout,
    SourceFormats formats,
    FileRules fileRules,
    GateRules gates,
    ReportSettings reports,
    DeliveryOrder delivery,
    SparkSettings spark,
    Progress progress) {

  /** The same with another order to send. */
  public NightRequest with(DeliveryOrder order) {
    return new NightRequest(
        lake,
        landing,
        outbox,
        asOfDate,
        windowDays,
        reportingCurrency,
        zone,
        adviceHoldout,
        formats,
        fileRules,
        gates,
        reports,
        order,
        spark,
        progress);
  }

  /** The same as of a date, and nothing is sent. */
  NightRequest backFilling(LocalDate date) {
    return new NightRequest(
        lake,
        landing,
        outbox,
        date,
        windowDays,
        reportingCurrency,
        zone,
        adviceHoldout,
        formats,
        fileRules,
        gates,
        reports,
        delivery.forBackFill(),
        spark,
        progress);
  }

  /** The last day that is over in the reporting time zone. */
  LocalDate yesterday(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
  }

  /**
   * Checks the asked date.
   *
   * @throws NightException when it is not over
   */
  public void requireOver(InstantSource clock) {
    if (asOfDate != null && asOfDate.isAfter(yesterday(clock))) {
      throw new NightException(
          "--as-of: %s is not over; the latest possible is %s"
              .formatted(asOfDate, yesterday(clock)));
    }
  }

  /**
   * How Spark is run.
   *
   * @param driverMemory as Java's -Xmx takes it
   * @param isRebuild whether a version is made of what has landed alone, though it is there
   */
  public record SparkSettings(SparkMaster master, String driverMemory, boolean isRebuild) {}
}
