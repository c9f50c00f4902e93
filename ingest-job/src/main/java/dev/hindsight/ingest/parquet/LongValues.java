package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;

/** Whole numbers, instants in microseconds, and amounts in units of their scale. */
final class LongValues implements ColumnValues {
  private static final int SLAB_BYTES = 1 << 16;

  private final DeltaBinaryPackingValuesWriterForLong deltas =
      new DeltaBinaryPackingValuesWriterForLong(
          SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());

  @Override
  public BytesInput encode(Object[] values, Statistics<?> statistics) {
    deltas.reset();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (Object value : values) {
      long number = number(value);
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
      deltas.writeLong(number);
    }
    if (values.length > 0) {
      ((LongStatistics) statistics).setMinMax(least, greatest);
    }
    return deltas.getBytes();
  }

  private static long number(Object value) {
    if (value instanceof Instant instant) {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
    return value instanceof BigDecimal amount ? inUnitsOfScale(amount) : (Long) value;
  }

  /** Not through its unscaled value, which would be a BigInteger each time. */
  private static long inUnitsOfScale(BigDecimal amount) {
    return amount
        .setScale(ColumnType.AMOUNT_SCALE)
        .scaleByPowerOfTen(ColumnType.AMOUNT_SCALE)
        .longValueExact();
  }

  @Override
  public Encoding encoding() {
    return Encoding.DELTA_BINARY_PACKED;
  }
}
