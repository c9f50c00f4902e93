package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of rows, as it lies there.
 *
 * <p>Every method refuses the file, with a {@link FileRefusedException}, when it is not what it
 * should be. Safe for several threads: each opens its own part.
 */
public record CsvFile(Path path, CsvFormat format) {

  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** The header: the first line after the preamble. */
  public CsvHeader header() {
    try (CommonsReading reading = CommonsReading.of(this, CsvPart.WHOLE)) {
      return reading.header();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /**
   * The file in parts of about that size, in order. A file that is packed, or whose line ends
   * cannot be seen in its bytes, is one part.
   */
  public List<CsvPart> parts(long partBytes) {
    if (stored().isPacked() || !format.isSplittable()) {
      return List.of(CsvPart.WHOLE);
    }
    try {
      return RowBoundaries.of(path, format, partBytes);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** The rows of a part, without the header. */
  public CsvReading open(CsvPart part) {
    try {
      if (format.isSplittable() && format.isQuoted()) {
        return ScannedReading.of(this, part);
      }
      CommonsReading reading = CommonsReading.of(this, part);
      if (part.isFirst()) {
        reading.header();
      }
      return reading;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  StoredFile stored() {
    return new StoredFile(path);
  }

  /** Why the file is refused. */
  FileRefusedException refused(IOException cause) {
    return new FileRefusedException(
        "%s: %s".formatted(name(), new Unreadable(this, cause).why()), cause);
  }
}
