package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.feeds.Feed;
import java.util.List;
import java.util.Map;

/** Rows without a file. */
public final class FeedRows {
  private FeedRows() {}

  /** A row on line 7 with those cells, of a file that has all of the feed's columns. */
  public static FeedRow of(Feed feed, Map<String, String> cells) {
    List<String> names = feed.columns().all();
    CsvHeader header = new CsvHeader("file.csv", 1, names);
    String[] texts =
        names.stream().map(name -> cells.getOrDefault(name, "")).toArray(String[]::new);
    return new CanonicalMapping(header, feed.columns()).map(new CsvRow(7, texts)).rows().get(0);
  }
}
