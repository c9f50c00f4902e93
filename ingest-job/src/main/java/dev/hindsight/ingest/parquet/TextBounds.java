package dev.hindsight.ingest.parquet;

import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;

/**
 * The least and the greatest of some texts, by their bytes. A page must have them: where they lack,
 * Parquet's column index says that it has no values, and readers that look for values skip it.
 */
final class TextBounds {
  private final Texts texts;
  private int least = -1;
  private int greatest = -1;
  private long leastPrefix;
  private long greatestPrefix;

  TextBounds(Texts texts) {
    this.texts = texts;
  }

  /** Takes the text of that number. */
  void add(int number) {
    long prefix =
        TextBits.prefix(texts.bytes(), texts.start(number), texts.end(number)) ^ Long.MIN_VALUE;
    if (least < 0) {
      least = number;
      greatest = number;
      leastPrefix = prefix;
      greatestPrefix = prefix;
      return;
    }
    if (prefix <= leastPrefix && (prefix < leastPrefix || compare(number, least) < 0)) {
      least = number;
      leastPrefix = prefix;
    }
    if (prefix >= greatestPrefix && (prefix > greatestPrefix || compare(number, greatest) > 0)) {
      greatest = number;
      greatestPrefix = prefix;
    }
  }

  private int compare(int one, int other) {
    byte[] bytes = texts.bytes();
    return Arrays.compareUnsigned(
        bytes, texts.start(one), texts.end(one), bytes, texts.start(other), texts.end(other));
  }

  void giveTo(Statistics<?> statistics) {
    if (least >= 0) {
      statistics.setMinMaxFromBytes(text(least), text(greatest));
    }
  }

  private byte[] text(int number) {
    return Arrays.copyOfRange(texts.bytes(), texts.start(number), texts.end(number));
  }
}
