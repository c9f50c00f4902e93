package dev.hindsight.ingest.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feed's records of its rows as text. Not safe for several threads.
 *
 * @param <T> the rows' contract
 */
public interface RowParser<T> {
  ParsedRow<T> parse(FeedRow row);

  /** The UTC date that a row belongs to, in a feed that has dates. */
  @Nullable LocalDate dateOf(T row);
}
