package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;

/** How files of one origin are read: what they hold, how they are written, what a row means. */
public interface SourceFormat {
  /** What a person calls it. */
  String name();

  /** Changes when what is read from the same file does. */
  String digest();

  Feed feed();

  CsvFormat format();

  /**
   * The mapping of a file with that header.
   *
   * @throws FileRefusedException when a column is missing
   */
  RowMapping mapping(CsvHeader header);
}
