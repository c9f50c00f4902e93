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
  private byte[] newBytes = new byte[1 << 16];
  private int newByteCount;
  private byte[] previous = new byte[0];

  private static DeltaBinaryPackingValuesWriterForInteger numbers() {
    return new DeltaBinaryPackingValuesWriterForInteger(
        SLAB_BYTES, SLAB_BYTES, HeapByteBufferAllocator.getInstance());
  }

  void add(byte[] bytes) {
    int mismatch = Arrays.mismatch(previous, bytes);
    int same = mismatch < 0 ? bytes.length : mismatch;
    int added = bytes.length - same;
    if (newByteCount + added > newBytes.length) {
      newBytes = Arrays.copyOf(newBytes, Math.max(2 * newBytes.length, newByteCount + added));
    }
    System.arraycopy(bytes, same, newBytes, newByteCount, added);
    newByteCount += added;
    sameCounts.writeInteger(same);
    newCounts.writeInteger(added);
    previous = bytes;
  }

  BytesInput bytes() {
    return BytesInput.concat(
        sameCounts.getBytes(), newCounts.getBytes(), BytesInput.from(newBytes, 0, newByteCount));
  }

  void reset() {
    sameCounts.reset();
    newCounts.reset();
    newByteCount = 0;
    previous = new byte[0];
  }
}
