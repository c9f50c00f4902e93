package dev.hindsight.ingest.rows;

/** Reads a feed's rows, which are text, as what their contract has. Safe for several threads. */
@FunctionalInterface
public interface RowParser {
  ParsedRow parse(FeedRow row);
}
