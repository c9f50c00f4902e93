package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feed's rows of text.
 *
 * @param <T> the row's contract
 */
public interface RowParser<T> {
  ParsedRow<T> parse(CsvRow row);

  /** The UTC date that a row belongs to, in a feed that has dates. */
  @Nullable LocalDate dateOf(T row);
}
