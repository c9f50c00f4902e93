package dev.hindsight.nightly.metrics;

import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecord.FeedRows;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A night in Prometheus's text format: gauges without timestamps, as node_exporter's textfile
 * collector wants them.
 *
 * @param night how it ended
 * @param lastSuccessAt when a night last ended well; a night that fails does not forget it
 */
record NightMetrics(RunRecord night, Optional<Instant> lastSuccessAt) {
  private static final double MILLIS = 1000.0;

  /**
   * The metrics of a night.
   *
   * @param runs all records of the lake, the latest first
   */
  static NightMetrics of(RunRecord night, List<RunRecord> runs) {
    Optional<Instant> success =
        Stream.concat(Stream.of(night), runs.stream())
            .filter(run -> run.command().equals(night.command()) && run.isSuccess())
            .map(RunRecord::endedAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo);
    return new NightMetrics(night, success);
  }

  String text() throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    addEnds(registry);
    addStages(registry);
    addCounts(registry);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void addEnds(PrometheusRegistry registry) {
    lastSuccessAt.ifPresent(
        instant ->
            gauge(
                    registry,
                    "hindsight_last_success_timestamp_seconds",
                    "When a night last ended with exit code 0 or 3.")
                .set(seconds(instant)));
    Instant endedAt = night.endedAt();
    if (endedAt != null) {
      gauge(
              registry,
              "hindsight_last_end_timestamp_seconds",
              "When the last night ended, however it did.")
          .set(seconds(endedAt));
      gauge(registry, "hindsight_last_duration_seconds", "How long the last night took.")
          .set(seconds(endedAt) - seconds(night.startedAt()));
    }
    Integer exitCode = night.exitCode();
    if (exitCode != null) {
      gauge(registry, "hindsight_last_exit_code", "How the last night ended.").set(exitCode);
    }
    String asOfDate = night.asOfDate();
    if (asOfDate != null) {
      Instant start = LocalDate.parse(asOfDate).atStartOfDay(ZoneOffset.UTC).toInstant();
      gauge(
              registry,
              "hindsight_as_of_timestamp_seconds",
              "Start, in UTC, of the as-of date of the last night's version.")
          .set(seconds(start));
    }
  }

  private void addStages(PrometheusRegistry registry) {
    Gauge stages =
        gauge(
            registry,
            "hindsight_stage_seconds",
            "How long each stage of the last night took.",
            "stage");
    night.stageSeconds().forEach((stage, took) -> stages.labelValues(stage).set(took));
  }

  private void addCounts(PrometheusRegistry registry) {
    Gauge rows =
        gauge(
            registry,
            "hindsight_rows",
            "Rows of the files that the last night landed, and of the files it refused rows of.",
            "feed",
            "result");
    for (FeedRows feed : night.feedRows()) {
      rows.labelValues(feed.feed(), "accepted").set(feed.acceptedCount());
      rows.labelValues(feed.feed(), "rejected").set(feed.rejectedCount());
    }
    gauge(registry, "hindsight_refused_files", "Files that the last night refused whole.")
        .set(night.refusals().size());
    Long reports = night.reportCount();
    if (reports != null) {
      gauge(registry, "hindsight_reports", "Reports of the last night, by state.", "state")
          .labelValues("written")
          .set(reports);
    }
  }

  private static Gauge gauge(
      PrometheusRegistry registry, String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / MILLIS;
  }
}
