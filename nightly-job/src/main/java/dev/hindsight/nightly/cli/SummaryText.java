package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.ingest.FileResult;
import dev.hindsight.ingest.FileStatus;
import dev.hindsight.ingest.IngestResult;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.nightly.night.NightSummary;
import dev.hindsight.reports.DeliveryResult;
import dev.hindsight.reports.ReportsResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run did, for a person. */
record SummaryText(NightRequest request, NightSummary summary, double seconds) {
  private static final int MOST_FILES_NAMED = 10;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (summary.isNothingNew()) {
      lines.add(line("nothing new", "nothing landed, and the version was made before"));
    }
    addIngest(lines);
    addBackFill(lines);
    addVersion(lines);
    lines.addAll(new GateText(summary.verdicts()).lines());
    addReports(lines);
    lines.add(line("time", "%.0f seconds%s", seconds, stages()));
    addNext(lines);
    return lines;
  }

  private void addIngest(List<String> lines) {
    IngestResult ingest = summary.ingest();
    if (ingest == null) {
      return;
    }
    List<FileResult> landed = ingest.withStatus(FileStatus.LANDED);
    int known = ingest.withStatus(FileStatus.ALREADY_LANDED).size();
    int same = ingest.withStatus(FileStatus.SAME_CONTENT).size();
    String twins = same == 0 ? "" : ", %,d with the same content as another".formatted(same);
    if (landed.isEmpty()) {
      lines.add(line("files", "nothing new landed; %,d known already%s", known, twins));
    } else {
      lines.add(line("files", "%,d landed, %,d known already%s", landed.size(), known, twins));
      lines.add(
          line(
              "rows",
              "%,d taken, %,d rejected%s",
              ingest.acceptedCount(),
              ingest.rejectedCount(),
              feeds(landed)));
      landed.stream()
          .filter(file -> file.profile() != null)
          .limit(MOST_FILES_NAMED)
          .forEach(file -> lines.add(byProfile(file)));
    }
    if (!ingest.share().isWhole()) {
      lines.add(
          line(
              "share",
              "%s; %,d other files of the landing folder are other shares'",
              ingest.share(),
              ingest.otherCount()));
    }
    addFiles(lines, "later", ingest.withStatus(FileStatus.LEFT_FOR_LATER));
    addFiles(lines, "refused", ingest.withStatus(FileStatus.REFUSED));
    addFiles(lines, "left alone", ingest.withStatus(FileStatus.NOT_A_FEED));
  }

  /** A row of a foreign export may become several, so both are told: what was read adds up. */
  private static String byProfile(FileResult file) {
    return line(
        "profile",
        "%s, by %s: %,d rows read, %,d rejected, %,d left out, %,d taken as %,d rows",
        file.fileName(),
        String.valueOf(file.profile()),
        file.readCount(),
        file.rejectedCount(),
        file.leftOutCount(),
        file.readCount() - file.rejectedCount() - file.leftOutCount(),
        file.acceptedCount());
  }

  private static void addFiles(List<String> lines, String label, List<FileResult> files) {
    files.stream()
        .limit(MOST_FILES_NAMED)
        .forEach(
            file ->
                lines.add(
                    line(label, "%s", file.message() == null ? file.fileName() : file.message())));
    if (files.size() > MOST_FILES_NAMED) {
      lines.add(line(label, "and %,d more files", files.size() - MOST_FILES_NAMED));
    }
  }

  private static String feeds(List<FileResult> landed) {
    List<String> parts = new ArrayList<>();
    for (Feed feed : Feed.values()) {
      long taken =
          landed.stream()
              .filter(file -> feed.dataset().equals(file.dataset()))
              .mapToLong(FileResult::acceptedCount)
              .sum();
      if (taken > 0) {
        parts.add("%,d %s".formatted(taken, feed.dataset().replace('_', ' ')));
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private void addBackFill(List<String> lines) {
    for (NightSummary date : summary.backFilled()) {
      VersionManifest version = Objects.requireNonNull(date.version());
      ReportsResult reports = Objects.requireNonNull(date.reports());
      lines.add(
          line(
              "back-fill",
              "%s %s, %,d reports; nothing was sent",
              version.version(),
              date.isVersionNew() ? "made" : "made before",
              reports.reportCount()));
    }
  }

  private void addVersion(List<String> lines) {
    VersionManifest version = summary.version();
    if (version == null) {
      return;
    }
    lines.add(
        line(
            "version",
            "%s%s: the %d days to %s, sums in %s",
            version.version(),
            summary.isVersionNew() ? "" : " (published before)",
            version.asOfDate().toEpochDay() - version.windowStartDate().toEpochDay() + 1,
            version.asOfDate(),
            version.reportingCurrency()));
    lines.add(
        line(
            "disputes",
            "%,d in all history; %,d sellers in the window",
            version.rowCounts().getOrDefault("disputes", 0L),
            version.rowCounts().getOrDefault("seller_scorecards", 0L)));
    if (summary.isVersionNew()) {
      restated(version.comparison()).ifPresent(lines::add);
    }
  }

  /** What an analyst will ask about: numbers of past dates that are no longer what they were. */
  static Optional<String> restated(@Nullable Comparison comparison) {
    if (comparison == null) {
      return Optional.empty();
    }
    if (comparison.obstacle() != null) {
      return Optional.of(
          line("restated", "unknown since %s: %s", comparison.version(), comparison.obstacle()));
    }
    long dates = comparison.restatedDateCount();
    return dates == 0
        ? Optional.empty()
        : Optional.of(
            line(
                "restated",
                "%,d past %s other than in %s, by files that came late or were corrected",
                dates,
                dates == 1 ? "date is" : "dates are",
                comparison.version()));
  }

  /** What is no longer there to be read. */
  static Optional<String> removed(List<VersionName> versions) {
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    int last = versions.size() - 1;
    String names = last == 0 ? "" : " to " + versions.get(last);
    return Optional.of(
        line(
            "removed",
            "%,d %s that need not be kept, with reports: %s%s",
            versions.size(),
            last == 0 ? "version" : "versions",
            versions.get(0),
            names));
  }

  private void addReports(List<String> lines) {
    ReportsResult reports = summary.reports();
    if (reports != null) {
      lines.add(
          line(
              "reports",
              "%,d written%s",
              reports.reportCount(),
              reports.withoutAddressCount() == 0
                  ? ""
                  : ", %,d of them for sellers without an address"
                      .formatted(reports.withoutAddressCount())));
      lines.add(line("", "%s", reports.indexPage()));
    }
    addDelivery(lines);
    removed(summary.removedVersions()).ifPresent(lines::add);
    lines.add(line("lake", "%s", request.lake().root()));
  }

  private void addDelivery(List<String> lines) {
    DeliveryResult delivery = summary.delivery();
    if (delivery != null) {
      new DeliveryText(delivery)
          .lines()
          .forEach(words -> lines.add(line("deliveries", "%s", words)));
    }
  }

  private String stages() {
    List<String> parts = new ArrayList<>();
    for (String stage : List.of("ingest", "analyze", "report")) {
      Double took = summary.stageSeconds().get(stage);
      if (took != null) {
        parts.add("%s %.0f".formatted(stage, took));
      }
    }
    return parts.size() < 2 ? "" : " (" + String.join(", ", parts) + ")";
  }

  /** As the person called it: the launcher of a checkout says so. */
  private static String command() {
    return "  " + System.getProperty("hindsight.command", "hindsight");
  }

  private void addNext(List<String> lines) {
    if (summary.version() == null) {
      return;
    }
    String lake = " --lake " + request.lake().root();
    lines.add("");
    lines.add("Worth trying next:");
    lines.add(command() + " preview" + lake);
    lines.add(
        command()
            + " sql \"SELECT seller_id, observed_count, round(expected_count, 1) AS expected_count"
            + " FROM seller_scorecards ORDER BY observed_count - expected_count DESC LIMIT 10\""
            + lake);
    lines.add(summary.hasRefusals() ? command() + " rejects" + lake : command() + " runs" + lake);
  }

  static String line(String label, String format, Object... values) {
    return "%-12s%s".formatted(label, String.format(Locale.ROOT, format, values));
  }
}
