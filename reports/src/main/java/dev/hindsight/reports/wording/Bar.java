package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of a bar and of the usual range below it, in percent of the room there is.
 *
 * @param value what the bar shows
 * @param low where the usual range begins; absent where nothing is known to be usual
 * @param high where it ends; absent likewise
 * @param scale what would fill the room
 */
public record Bar(long value, @Nullable Long low, @Nullable Long high, long scale) {

  static Bar of(long value, Comparison comparison, long scale) {
    return new Bar(value, comparison.usualLow(), comparison.usualHigh(), Math.max(1, scale));
  }

  /** The part within the usual range, or below it. */
  public int ordinaryPercent() {
    return high == null || value <= high ? valuePercent() : Math.min(percent(high), valuePercent());
  }

  /** The part beyond the usual range. */
  public int excessPercent() {
    return valuePercent() - ordinaryPercent();
  }

  public int emptyPercent() {
    return 100 - valuePercent();
  }

  public boolean hasBand() {
    return low != null && high != null;
  }

  public int bandStartPercent() {
    return low == null ? 0 : Math.min(percent(low), 99);
  }

  public int bandPercent() {
    return high == null ? 0 : Math.max(1, percent(high) - bandStartPercent());
  }

  public int afterBandPercent() {
    return 100 - bandStartPercent() - bandPercent();
  }

  private int valuePercent() {
    return value == 0 ? 0 : Math.max(1, percent(value));
  }

  private int percent(long length) {
    return (int) Math.min(100, Math.round(100.0 * length / scale));
  }
}
