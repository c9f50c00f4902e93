package dev.hindsight.ingest.csv;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * An open file in the canonical format, read from its first row to its last.
 *
 * <p>Every method refuses the file, with a {@link FileRefusedException}, when it is not what it
 * should be. Not safe for several threads.
 */
public final class CsvFile implements Closeable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final CsvHeader header;

  private CsvFile(Path file, CSVParser parser, FeedColumns columns) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
    this.header = CsvHeader.of(name(file), headerNames(), columns);
  }

  /** Opens a file and reads its header. */
  public static CsvFile open(Path file, FeedColumns columns) {
    CSVParser parser = null;
    try {
      parser = CSVParser.builder().setReader(characters(file)).setFormat(FORMAT).get();
      return new CsvFile(file, parser, columns);
    } catch (IOException e) {
      throw refused(file, e);
    } catch (FileRefusedException e) {
      closeQuietly(parser, e);
      throw e;
    }
  }

  public CsvHeader header() {
    return header;
  }

  /** The next row; absent after the last. Blank lines are not rows. */
  public @Nullable CsvRow next() {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1; // where the record starts, not where it ends
      CSVRecord row = nextRecord();
      if (row == null) {
        return null;
      }
      if (row.size() > 1 || !row.get(0).isEmpty()) {
        return new CsvRow(header, line, row.values());
      }
    }
  }

  private List<String> headerNames() {
    CSVRecord names = nextRecord();
    if (names == null || (names.size() == 1 && names.get(0).isBlank())) {
      throw new FileRefusedException(
          "%s:1: there is no header; the first line must name the columns".formatted(name(file)));
    }
    return names.toList();
  }

  private @Nullable CSVRecord nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw refused(file, Objects.requireNonNull(e.getCause()));
    }
  }

  private static StrictCsvCharacters characters(Path file) throws IOException {
    InputStreamReader decoded =
        new InputStreamReader(bytes(file), StandardCharsets.UTF_8.newDecoder());
    return new StrictCsvCharacters(name(file), decoded);
  }

  @SuppressWarnings("resource") // closed by whoever closes the stream that is returned
  private static InputStream bytes(Path file) throws IOException {
    InputStream stored = Files.newInputStream(file);
    if (!isCompressed(file)) {
      return stored;
    }
    try {
      return new GZIPInputStream(stored, BUFFER);
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  private static boolean isCompressed(Path file) {
    return name(file).endsWith(".gz");
  }

  private static FileRefusedException refused(Path file, IOException cause) {
    return new FileRefusedException("%s: %s".formatted(name(file), why(file, cause)), cause);
  }

  private static String why(Path file, IOException cause) {
    if (cause instanceof CharacterCodingException) {
      return notUtf8(file);
    }
    if (isCompressed(file) && cause instanceof EOFException) {
      return "the gzip file ends too early; upload it again";
    }
    if (isCompressed(file) && cause instanceof ZipException) {
      return "this is not a sound gzip file; compress and upload it again";
    }
    return "cannot be read (%s); check the file and its permissions".formatted(cause);
  }

  private static String notUtf8(Path file) {
    try (InputStream in = bytes(file)) {
      return "byte %d is not UTF-8; export the file as UTF-8"
          .formatted(Utf8.firstMalformedByte(in));
    } catch (IOException e) {
      return "the file is not UTF-8; export it as UTF-8";
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void closeQuietly(@Nullable CSVParser parser, FileRefusedException reason) {
    try {
      if (parser != null) {
        parser.close();
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
