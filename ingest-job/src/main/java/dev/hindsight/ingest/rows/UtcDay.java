package dev.hindsight.ingest.rows;

/** The UTC date of an instant, in days since 1970. */
public final class UtcDay {
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private UtcDay() {}

  /** Of so many microseconds since 1970. */
  public static long of(long micros) {
    return Math.floorDiv(micros, MICROS_PER_DAY);
  }
}
