package dev.hindsight.ingest.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Numbers, each as what it adds to the one before. */
abstract class NumberValues implements ColumnValues {
  private final long[] numbers;
  private int count;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  NumberValues(int mostRows) {
    numbers = new long[mostRows];
  }

  final void add(long number) {
    numbers[count++] = number;
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }

  @Override
  public BytesInput encode(Statistics<?> statistics) {
    if (count > 0) {
      bound(statistics, least, greatest);
    }
    BytesInput encoded = encode(numbers, count);
    count = 0;
    least = Long.MAX_VALUE;
    greatest = Long.MIN_VALUE;
    return encoded;
  }

  /** The first of these numbers, encoded. */
  abstract BytesInput encode(long[] page, int pageCount);

  /** Sets the statistics' least and greatest. */
  abstract void bound(Statistics<?> statistics, long lowest, long highest);

  @Override
  public Encoding encoding() {
    return Encoding.DELTA_BINARY_PACKED;
  }
}
