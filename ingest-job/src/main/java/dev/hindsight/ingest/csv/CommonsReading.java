package dev.hindsight.ingest.csv;

import dev.hindsight.ingest.csv.StoredFile.StoredBytes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** Reads rows of any format with Commons CSV, behind a strict check of the characters. */
final class CommonsReading implements CsvReading {
  private static final int BUFFER = 1 << 16;

  private final CsvFile file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long firstLine;
  private final StoredBytes bytes;

  private CommonsReading(CsvFile file, StoredBytes bytes, CSVParser parser, long firstLine) {
    this.file = file;
    this.bytes = bytes;
    this.parser = parser;
    this.records = parser.iterator();
    this.firstLine = firstLine;
  }

  static CommonsReading of(CsvFile file, CsvPart part) throws IOException {
    CsvFormat format = file.format();
    StoredBytes bytes = file.stored().open(part);
    Reader characters =
        new BufferedReader(
            new InputStreamReader(bytes.unpacked(), format.charset().newDecoder()), BUFFER);
    try {
      int preamble = part.isFirst() ? format.preambleLines() : 0;
      skipLines(characters, preamble);
      long firstLine = part.firstLine() + preamble;
      return new CommonsReading(file, bytes, parser(file, characters, firstLine), firstLine);
    } catch (IOException | RuntimeException e) {
      characters.close();
      throw e;
    }
  }

  /** Reads rows that are in memory already. */
  static CommonsReading of(CsvFile file, byte[] rows, long firstLine) throws IOException {
    InputStream in = new ByteArrayInputStream(rows);
    Reader characters = new InputStreamReader(in, file.format().charset().newDecoder());
    BoundedInputStream stored = BoundedInputStream.builder().setInputStream(in).get();
    return new CommonsReading(
        file, new StoredBytes(in, stored), parser(file, characters, firstLine), firstLine);
  }

  private static CSVParser parser(CsvFile file, Reader characters, long firstLine)
      throws IOException {
    return CSVParser.builder()
        .setReader(new StrictCsvCharacters(file, characters, firstLine))
        .setFormat(file.format().commons())
        .get();
  }

  private static void skipLines(Reader characters, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int character = characters.read();
      while (character >= 0 && character != '\n' && character != '\r') {
        character = characters.read();
      }
      characters.mark(1);
      if (character != '\r' || characters.read() != '\n') {
        characters.reset();
      }
    }
  }

  /** The next row, which names the columns. */
  CsvHeader header() {
    long line = nextLine();
    CSVRecord names = nextRecord();
    if (names == null || (names.size() == 1 && names.get(0).isBlank())) {
      throw new FileRefusedException(
          "%s:%d: there is no header; the first line must name the columns"
              .formatted(file.name(), line));
    }
    return new CsvHeader(file.name(), line, names.toList());
  }

  @Override
  public @Nullable CsvRow next() {
    CsvRow row = anyRow();
    while (row != null && row.isBlank()) {
      row = anyRow();
    }
    return row;
  }

  /** The next row, also one that is a blank line. */
  @Nullable CsvRow anyRow() {
    long line = nextLine();
    CSVRecord row = nextRecord();
    return row == null ? null : new CsvRow(line, row.values());
  }

  @Override
  public long bytesRead() {
    return bytes.stored().getCount();
  }

  /** Where the next row starts: the line of the last one's end, and one. */
  long nextLine() {
    return parser.getCurrentLineNumber() + firstLine;
  }

  private @Nullable CSVRecord nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw file.refused(Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
