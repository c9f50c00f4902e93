package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.retention.Retention;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long versions are kept. */
final class RetentionOptions {
  @Option(
      names = "--keep-nights",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Of how many as-of dates, the newest, the newest version is kept; 0 keeps every version (default: 30).")
  private int nights = 30;

  @Option(
      names = "--keep-month-ends",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Of how many months, the newest, the last date's version is kept beside them (default: 12).")
  private int monthEnds = 12;

  @Option(
      names = "--keep-hours",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "How many hours a version is kept that has just been replaced, for whoever is reading it (default: 24).")
  private int hours = 24;

  /**
   * How long.
   *
   * @throws UsageException when it is no time
   */
  Retention retention() {
    requireNotNegative("--keep-nights", nights);
    requireNotNegative("--keep-month-ends", monthEnds);
    requireNotNegative("--keep-hours", hours);
    return new Retention(nights, monthEnds, Duration.ofHours(hours));
  }

  private static void requireNotNegative(String option, int value) {
    if (value < 0) {
      throw new UsageException("%s: %d is not possible; write 0 or more".formatted(option, value));
    }
  }
}
