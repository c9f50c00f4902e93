package dev.hindsight.nightly.logs;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes CSV as bytes, without a String for each cell: a gigabyte takes seconds. */
final class CsvBytes implements Closeable {
  static final byte[] ABSENT = {};

  private static final int CAPACITY = 1 << 20;
  private static final int LONGEST_ROW = 1 << 10;
  private static final int SECONDS_OF_DAY = 86_400;

  private final OutputStream out;
  private final byte[] buffer = new byte[CAPACITY];
  private int length;

  private CsvBytes(OutputStream out) {
    this.out = out;
  }

  static byte[] cell(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[][] cells(String... texts) {
    return Stream.of(texts).map(CsvBytes::cell).toArray(byte[][]::new);
  }

  /** Begins a file, compressed when its name ends in {@code .gz}. */
  static CsvBytes open(Path file, String header) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    CsvBytes csv =
        new CsvBytes(file.toString().endsWith(".gz") ? new GZIPOutputStream(out, CAPACITY) : out);
    csv.text(cell(header)).endRow();
    return csv;
  }

  CsvBytes text(byte[] cell) {
    System.arraycopy(cell, 0, buffer, length, cell.length);
    length += cell.length;
    return endCell();
  }

  /** A letter, a hyphen and a number of at least so many digits. */
  CsvBytes identifier(char letter, long number, int digits) {
    put(letter);
    put('-');
    putNumber(number, digits);
    return endCell();
  }

  /** An amount of money given in the smallest units of its currency. */
  CsvBytes amount(long smallest, int decimals) {
    long units = decimals == 0 ? smallest : smallest / 100;
    putNumber(units, 1);
    if (decimals > 0) {
      put('.');
      putNumber(smallest % 100, 2);
    }
    return endCell();
  }

  CsvBytes instant(long epochSecond) {
    LocalDate day = LocalDate.ofEpochDay(epochSecond / SECONDS_OF_DAY);
    int second = (int) (epochSecond % SECONDS_OF_DAY);
    putParts('-', day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    put('T');
    putParts(':', second / 3600, second / 60 % 60, second % 60);
    put('Z');
    return endCell();
  }

  /** Ends the row; the cell before must be its last. */
  void endRow() throws IOException {
    buffer[length - 1] = '\n';
    if (length > CAPACITY - LONGEST_ROW) {
      flush();
    }
  }

  private CsvBytes endCell() {
    put(',');
    return this;
  }

  private void putParts(char separator, int first, int second, int third) {
    putNumber(first, 2);
    put(separator);
    putNumber(second, 2);
    put(separator);
    putNumber(third, 2);
  }

  private void putNumber(long number, int atLeast) {
    int digits = Math.max(atLeast, digits(number));
    long rest = number;
    for (int place = length + digits - 1; place >= length; place--) {
      buffer[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void put(char ascii) {
    buffer[length] = (byte) ascii;
    length++;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
