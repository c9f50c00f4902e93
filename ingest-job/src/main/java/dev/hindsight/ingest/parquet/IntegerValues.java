package dev.hindsight.ingest.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/** Whole numbers, and dates as days since 1970. */
final class IntegerValues extends NumberValues {
  private static final int SLAB_BYTES = 1 << 14;

  private final DeltaBinaryPackingValuesWriterForInteger deltas =
      new DeltaBinaryPackingValuesWriterForInteger(
          SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());

  IntegerValues(int mostRows) {
    super(mostRows);
  }

  @Override
  BytesInput encode(long[] page, int pageCount) {
    deltas.reset();
    for (int i = 0; i < pageCount; i++) {
      deltas.writeInteger(Math.toIntExact(page[i]));
    }
    return deltas.getBytes();
  }

  @Override
  void bound(Statistics<?> statistics, long lowest, long highest) {
    ((IntStatistics) statistics).setMinMax((int) lowest, (int) highest);
  }
}
