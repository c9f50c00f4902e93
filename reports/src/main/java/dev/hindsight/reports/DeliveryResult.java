package dev.hindsight.reports;

import dev.hindsight.reports.due.SkipReason;
import dev.hindsight.reports.smtp.SendingResult;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was due a report, who was not, and what became of those that were sent.
 *
 * @param dueCount sellers that are due a report
 * @param skippedCounts the others, by the reason
 * @param interruptedCount reports of earlier runs of which nobody knows what became
 * @param sending absent where nothing was to be sent
 */
public record DeliveryResult(
    long dueCount,
    Map<SkipReason, Long> skippedCounts,
    long interruptedCount,
    @Nullable SendingResult sending) {

  public DeliveryResult {
    Map<SkipReason, Long> ordered = new EnumMap<>(SkipReason.class);
    ordered.putAll(skippedCounts);
    skippedCounts = Collections.unmodifiableMap(ordered);
  }

  /** Whether a person should look. */
  public boolean hasUndelivered() {
    return interruptedCount > 0
        || (sending != null
            && sending.failedCount() + sending.unknownCount() + sending.leftCount() > 0);
  }
}
