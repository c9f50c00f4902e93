package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.AdviceHoldout;
import picocli.CommandLine.Option;

/** Who gets no recommendations, so that it can be told whether they work. */
final class AdviceHoldoutOptions {
  @Option(
      names = "--advice-holdout-share",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of sellers, drawn by chance, who get no recommendations, to compare with (default: 0).")
  private double share;

  @Option(
      names = "--advice-holdout-salt",
      paramLabel = "TEXT",
      defaultValue = AdviceHoldout.DEFAULT_SALT,
      description = "Another one draws other sellers (default: hindsight).")
  private String salt = AdviceHoldout.DEFAULT_SALT;

  /**
   * The sellers.
   *
   * @throws UsageException when the share is none
   */
  AdviceHoldout holdout() {
    try {
      return new AdviceHoldout(share, salt);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--advice-holdout-share: " + e.getMessage());
    }
  }
}
