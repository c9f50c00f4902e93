package dev.hindsight.ingest.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;

/**
 * How a file writes its cells.
 *
 * @param isQuoted whether cells may be quoted; otherwise a quote is text
 * @param preambleLines lines before the header that say something else
 */
public record CsvFormat(char delimiter, boolean isQuoted, Charset charset, int preambleLines) {
  /** RFC 4180 in UTF-8, the header first. */
  public static final CsvFormat CANONICAL = new CsvFormat(',', true, StandardCharsets.UTF_8, 0);

  public CsvFormat {
    boolean isUsual = delimiter == '\t' || (delimiter >= ' ' && delimiter < 127);
    if (!isUsual || delimiter == '"') {
      throw new IllegalArgumentException("a delimiter is a character such as , ; | or a tab");
    }
    if (preambleLines < 0) {
      throw new IllegalArgumentException("%d lines cannot be skipped".formatted(preambleLines));
    }
  }

  /** Whether ends of lines and quotes can be seen in the bytes, without decoding them. */
  boolean isSplittable() {
    String name = charset.name();
    boolean isAsciiCompatible =
        name.equals("UTF-8")
            || name.equals("US-ASCII")
            || name.startsWith("ISO-8859-")
            || name.startsWith("windows-125");
    return isAsciiCompatible && preambleLines == 0;
  }

  CSVFormat commons() {
    CSVFormat.Builder format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false);
    return isQuoted ? format.get() : format.setQuote(null).get();
  }
}
