package dev.hindsight.ingest.csv;

import dev.hindsight.ingest.csv.StoredFile.StoredBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by looking at bytes, where an encoding lets quotes, delimiters and line ends be seen
 * in them.
 *
 * <p>It decides only what cannot be mistaken: cells without quotes, and cells quoted from end to
 * end without a quote or line end in them. Any other row, the broken ones among them, goes to
 * Commons CSV, which is right about them and several times slower. Both read the same from every
 * file; a test holds them to it.
 */
final class ScannedReading implements CsvReading {
  private static final int BUFFER = 1 << 18;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvFile file;
  private final StoredBytes bytes;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final RowScan scan;
  private final CsvRow row = new CsvRow();
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean isAtEnd;
  private long line;

  private ScannedReading(CsvFile file, StoredBytes bytes, long firstLine) {
    this.file = file;
    this.bytes = bytes;
    this.line = firstLine;
    charset = file.format().charset();
    decoder = charset.newDecoder();
    scan = new RowScan(file.format().delimiter());
  }

  static ScannedReading of(CsvFile file, CsvPart part) throws IOException {
    StoredBytes bytes = file.stored().open(part);
    try {
      ScannedReading reading = new ScannedReading(file, bytes, part.firstLine());
      if (part.isFirst()) {
        reading.skipMark();
        reading.anyRow();
      }
      return reading;
    } catch (IOException | RuntimeException e) {
      bytes.unpacked().close();
      throw e;
    }
  }

  private void skipMark() throws IOException {
    fill();
    boolean isMarked = limit >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3);
    position = isMarked && charset.equals(StandardCharsets.UTF_8) ? 3 : 0;
  }

  @Override
  public @Nullable CsvRow next() {
    try {
      CsvRow next = anyRow();
      while (next != null && next.isBlank()) {
        next = anyRow();
      }
      return next;
    } catch (IOException e) {
      throw file.refused(e);
    }
  }

  /** The next row, also one that is a blank line. */
  private @Nullable CsvRow anyRow() throws IOException {
    RowScan.End end = scan.scan(buffer, position, limit, isAtEnd);
    while (end == RowScan.End.NEEDS_MORE) {
      fill();
      end = scan.scan(buffer, position, limit, isAtEnd);
    }
    if (end == RowScan.End.NOTHING_LEFT) {
      return null;
    }
    long rowLine = line;
    if (end == RowScan.End.NOT_PLAIN) {
      return unusualRow(rowLine);
    }
    CsvRow plain = plainRow(rowLine);
    position = scan.rowEnd();
    line++;
    return plain;
  }

  private CsvRow plainRow(long rowLine) throws IOException {
    if (scan.hasHighBytes()) {
      decoder.decode(ByteBuffer.wrap(buffer, position, scan.rowEnd() - position));
      if (!charset.equals(StandardCharsets.UTF_8)) {
        return new CsvRow(rowLine, cells());
      }
    }
    scan.show(row, rowLine, buffer);
    return row;
  }

  private String[] cells() {
    String[] cells = new String[scan.cellCount()];
    for (int i = 0; i < cells.length; i++) {
      int start = scan.cellStart(i);
      cells[i] = new String(buffer, start, scan.cellEnd(i) - start, charset);
    }
    return cells;
  }

  private CsvRow unusualRow(long rowLine) throws IOException {
    int end = scan.endByQuotes(buffer, position, limit);
    while (end < 0 && !isAtEnd && limit - position <= StrictCsvCharacters.MOST_BYTES) {
      fill();
      end = scan.endByQuotes(buffer, position, limit);
    }
    byte[] rowBytes = Arrays.copyOfRange(buffer, position, end < 0 ? limit : end);
    try (CommonsReading reading = CommonsReading.of(file, rowBytes, rowLine)) {
      CsvRow only = Objects.requireNonNull(reading.anyRow(), "A row has a row");
      position += rowBytes.length;
      line = reading.nextLine();
      return only;
    }
  }

  /** Reads on, and keeps what of the row is there already. */
  private void fill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = bytes.unpacked().read(buffer, limit, buffer.length - limit);
    isAtEnd = count < 0;
    limit += Math.max(count, 0);
  }

  @Override
  public long bytesRead() {
    return bytes.stored().getCount();
  }

  @Override
  public void close() throws IOException {
    bytes.unpacked().close();
  }
}
