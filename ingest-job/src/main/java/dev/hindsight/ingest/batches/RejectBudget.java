package dev.hindsight.ingest.batches;

import org.jspecify.annotations.Nullable;

/**
 * How many rows of a file may be rejected before the file is refused: a share of its rows, but
 * never fewer than a number.
 */
public record RejectBudget(double maxShare, long atLeast) {
  /** 1 % of a file's rows, at least 10 rows. */
  public static final RejectBudget DEFAULT = new RejectBudget(0.01, 10);

  public RejectBudget {
    if (!(maxShare >= 0 && maxShare <= 1)) {
      throw new IllegalArgumentException(
          "max-share: %s is not a share; write a fraction from 0 to 1".formatted(maxShare));
    }
    if (atLeast < 0) {
      throw new IllegalArgumentException(
          "at-least: %d is negative; write 0 or more".formatted(atLeast));
    }
  }

  /** Of a file with so many rows. */
  long rowsAllowed(long readCount) {
    return Math.max(atLeast, (long) Math.floor(maxShare * readCount));
  }

  /** Why a file with so many rejected rows is refused; absent when it is not. */
  @Nullable String refusal(String fileName, long readCount, long rejectedCount) {
    long allowed = rowsAllowed(readCount);
    return rejectedCount <= allowed
        ? null
        : "%s: %d of %d rows are wrong, more than the %d that may be"
            .formatted(fileName, rejectedCount, readCount, allowed);
  }
}
