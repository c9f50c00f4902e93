package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.gates.GateBounds;
import picocli.CommandLine.Option;

/** How far a night may be from what is usual. */
final class GateBoundsOptions {
  @Option(
      names = "--gate-fall",
      paramLabel = "SHARE",
      defaultValue = "0.4",
      description =
          "A day with less than this share of its usual transactions or dispute events stops publication (default: 0.4; 0: never).")
  private double fall;

  @Option(
      names = "--gate-rise",
      paramLabel = "TIMES",
      defaultValue = "3",
      description =
          "A day with more than so many times its usual transactions or dispute events stops publication (default: 3).")
  private double rise;

  @Option(
      names = "--gate-missing-transactions",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description =
          "A larger share of disputes whose transaction has not landed stops publication (default: 0.1; 1: never).")
  private double missingTransactions;

  /**
   * The bounds.
   *
   * @throws UsageException when one is out of range
   */
  GateBounds bounds() {
    try {
      return new GateBounds(fall, rise, missingTransactions);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
