package dev.hindsight.reports.due;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a seller was sent before.
 *
 * @param last absent where nothing ever was
 * @param toldAlarms alarms that were in reports of late
 * @param takenPeriods periods that have their report, whatever became of it
 * @param refusedPeriods those of them whose report was refused for good
 */
public record SellerHistory(
    @Nullable SentReport last,
    Set<String> toldAlarms,
    Set<String> takenPeriods,
    Set<String> refusedPeriods) {
  /** Nothing was sent before. */
  public static final SellerHistory NONE = new SellerHistory(null, Set.of(), Set.of(), Set.of());

  public SellerHistory {
    toldAlarms = Set.copyOf(toldAlarms);
    takenPeriods = Set.copyOf(takenPeriods);
    refusedPeriods = Set.copyOf(refusedPeriods);
  }
}
