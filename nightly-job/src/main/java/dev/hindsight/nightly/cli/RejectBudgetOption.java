package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.batches.RejectBudget;
import picocli.CommandLine.Option;

/** How many wrong rows a file may have. */
final class RejectBudgetOption {
  @Option(
      names = "--reject-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description =
          "A file with a larger share of rejected rows is refused whole (default: 0.01; 10 rows are always allowed).")
  private double rejectShare;

  /**
   * The budget.
   *
   * @throws UsageException when it is no share
   */
  RejectBudget budget() {
    if (!(rejectShare >= 0 && rejectShare <= 1)) {
      throw new UsageException(
          "--reject-share: %s is no share; write 0 to 1".formatted(rejectShare));
    }
    return new RejectBudget(rejectShare, RejectBudget.DEFAULT.atLeast());
  }
}
