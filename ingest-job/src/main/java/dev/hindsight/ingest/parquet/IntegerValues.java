package dev.hindsight.ingest.parquet;

import java.time.LocalDate;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/** Whole numbers, and dates as days since 1970. */
final class IntegerValues implements ColumnValues {
  private static final int SLAB_BYTES = 1 << 14;

  private final DeltaBinaryPackingValuesWriterForInteger deltas =
      new DeltaBinaryPackingValuesWriterForInteger(
          SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());

  @Override
  public BytesInput encode(Object[] values, Statistics<?> statistics) {
    deltas.reset();
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (Object value : values) {
      int number = value instanceof LocalDate date ? (int) date.toEpochDay() : (Integer) value;
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
      deltas.writeInteger(number);
    }
    if (values.length > 0) {
      ((IntStatistics) statistics).setMinMax(least, greatest);
    }
    return deltas.getBytes();
  }

  @Override
  public Encoding encoding() {
    return Encoding.DELTA_BINARY_PACKED;
  }
}
