package dev.hindsight.ingest.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/**
 * Texts, each as what it adds to the one before: how many bytes are the same, how many follow, and
 * those. Not safe for several threads.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">the encoding,
 *     DELTA_BYTE_ARRAY</a>
 */
final class DeltaTexts {
  private static final int SLAB_BYTES = 1 << 14;

  private final DeltaBinaryPackingValuesWriterForInteger sameCounts = numbers();
  private final DeltaBinaryPackingValuesWriterForInteger newCounts = numbers();
  private byte[] newBytes = new byte[0];

  private static DeltaBinaryPackingValuesWriterForInteger numbers() {
    return new DeltaBinaryPackingValuesWriterForInteger(
        SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());
  }

  /** All of the texts; good until the next are encoded. */
  BytesInput encode(Texts texts) {
    sameCounts.reset();
    newCounts.reset();
    if (newBytes.length < texts.byteCount()) {
      newBytes = new byte[2 * texts.byteCount()];
    }
    byte[] bytes = texts.bytes();
    int newByteCount = 0;
    int previous = 0;
    int start = 0;
    for (int i = 0; i < texts.count(); i++) {
      int end = texts.end(i);
      int mismatch = Arrays.mismatch(bytes, previous, start, bytes, start, end);
      int same = mismatch < 0 ? end - start : mismatch;
      int added = end - start - same;
      System.arraycopy(bytes, start + same, newBytes, newByteCount, added);
      newByteCount += added;
      sameCounts.writeInteger(same);
      newCounts.writeInteger(added);
      previous = start;
      start = end;
    }
    return BytesInput.concat(
        sameCounts.getBytes(), newCounts.getBytes(), BytesInput.from(newBytes, 0, newByteCount));
  }
}
