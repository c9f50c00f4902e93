package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.feeds.Feed;

/** The documented format of a feed, in which columns have the feed's names. */
public record CanonicalFormat(Feed feed, CsvFormat format) implements SourceFormat {
  /** The name of every feed's documented format. */
  public static final String NAME = "canonical";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String digest() {
    return NAME;
  }

  @Override
  public RowMapping mapping(CsvHeader header) {
    return new CanonicalMapping(header, feed.columns());
  }
}
