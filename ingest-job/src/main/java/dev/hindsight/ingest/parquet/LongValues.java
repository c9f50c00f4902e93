package dev.hindsight.ingest.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;

/** Whole numbers, instants in microseconds, and amounts in units of their scale. */
final class LongValues extends NumberValues {
  private static final int SLAB_BYTES = 1 << 16;

  private final DeltaBinaryPackingValuesWriterForLong deltas =
      new DeltaBinaryPackingValuesWriterForLong(
          SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());

  LongValues(int mostRows) {
    super(mostRows);
  }

  @Override
  BytesInput encode(long[] page, int pageCount) {
    deltas.reset();
    for (int i = 0; i < pageCount; i++) {
      deltas.writeLong(page[i]);
    }
    return deltas.getBytes();
  }

  @Override
  void bound(Statistics<?> statistics, long lowest, long highest) {
    ((LongStatistics) statistics).setMinMax(lowest, highest);
  }
}
