package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.parquet.ContractWriter;
import java.util.List;

/**
 * A row of a feed that was read: what is wrong with it, or what it comes to. Good as long as the
 * row is that it was read from.
 */
public interface ParsedRow {
  /** The day of a row in a feed that has no dates. */
  long NO_DAY = Long.MIN_VALUE;

  /** All that is wrong with it; without any it is taken. */
  List<Problem> problems();

  /** The UTC date that it belongs to, in days since 1970, or {@link #NO_DAY}. */
  long epochDay();

  /** Writes its cells, as a row of the feed's contract; it must have no problems. */
  void writeTo(ContractWriter rows);
}
