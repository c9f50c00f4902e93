package dev.hindsight.ingest.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * Small numbers in Parquet's hybrid of repeated and bit-packed runs; here always one run.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">the encoding</a>
 */
final class LevelRuns {
  private static final int GROUP = 8;

  private LevelRuns() {}

  /** The same number, less than 256, so many times. */
  static BytesInput repeated(int number, int times) {
    ByteArrayOutputStream run = header(times << 1);
    run.write(number);
    return BytesInput.from(run.toByteArray());
  }

  /** The first of these numbers, each in so many bits. */
  static BytesInput packed(int[] numbers, int count, int bitWidth) {
    int groups = (count + GROUP - 1) / GROUP;
    int[] padded = Arrays.copyOf(numbers, groups * GROUP);
    byte[] bits = new byte[groups * bitWidth];
    BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(bitWidth);
    for (int group = 0; group < groups; group++) {
      packer.pack8Values(padded, group * GROUP, bits, group * bitWidth);
    }
    return BytesInput.concat(
        BytesInput.from(header((groups << 1) | 1).toByteArray()), BytesInput.from(bits));
  }

  private static ByteArrayOutputStream header(int number) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try {
      BytesUtils.writeUnsignedVarInt(number, header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return header;
  }
}
