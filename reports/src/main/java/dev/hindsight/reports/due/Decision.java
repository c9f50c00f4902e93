package dev.hindsight.reports.due;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a seller gets a report, and why.
 *
 * @param period of which the seller gets at most one report
 * @param dueReason absent where there is a reason not to send
 * @param skipReason absent where the report is due
 */
public record Decision(
    String sellerId,
    String period,
    @Nullable DueReason dueReason,
    @Nullable SkipReason skipReason) {

  static Decision due(String sellerId, String period, DueReason reason) {
    return new Decision(sellerId, period, reason, null);
  }

  static Decision skipped(String sellerId, String period, SkipReason reason) {
    return new Decision(sellerId, period, null, reason);
  }

  public boolean isDue() {
    return dueReason != null;
  }

  /** The reason in words. */
  public String words() {
    return dueReason != null
        ? dueReason.words()
        : Objects.requireNonNull(skipReason, "a decision has a reason").words();
  }
}
