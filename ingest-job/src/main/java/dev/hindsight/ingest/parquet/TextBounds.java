package dev.hindsight.ingest.parquet;

import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest text of a page, by their bytes. A page must have them: where they
 * lack, Parquet's column index says that it has no values, and readers that look for values skip
 * it.
 */
final class TextBounds {
  private byte @Nullable [] least;
  private byte @Nullable [] greatest;

  void add(byte[] text) {
    if (least == null || Arrays.compareUnsigned(text, least) < 0) {
      least = text;
    }
    if (greatest == null || Arrays.compareUnsigned(text, greatest) > 0) {
      greatest = text;
    }
  }

  void giveTo(Statistics<?> statistics) {
    if (least != null && greatest != null) {
      statistics.setMinMaxFromBytes(least, greatest);
    }
  }
}
