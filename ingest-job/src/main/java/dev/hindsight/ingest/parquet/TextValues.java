package dev.hindsight.ingest.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/**
 * Texts, and enums by name. A page refers to a dictionary as long as that is worth it; after that,
 * pages of the same row group hold each text as what it adds to the one before.
 */
final class TextValues implements ColumnValues {
  private static final double MOST_DISTINCT_SHARE = 0.6;

  private final DeltaTexts deltas = new DeltaTexts();
  private TextDictionary dictionary = new TextDictionary();
  private boolean usesDictionary = true;
  private Encoding encoding = Encoding.RLE_DICTIONARY;
  private int[] ids = new int[0];

  @Override
  public BytesInput encode(Object[] values, Statistics<?> statistics) throws IOException {
    if (values.length == 0) {
      encoding = Encoding.PLAIN; // a reader would look for the dictionary, and there may be none
      return BytesInput.empty();
    }
    int sizeBefore = dictionary.size();
    if (usesDictionary && addToDictionary(values)) {
      boolean isFirstPage = sizeBefore == 0;
      boolean repeats = dictionary.size() <= values.length * MOST_DISTINCT_SHARE;
      usesDictionary = !isFirstPage || repeats || values.length < 1_000;
    } else {
      usesDictionary = false;
    }
    if (usesDictionary) {
      encoding = Encoding.RLE_DICTIONARY;
      return references(values.length, statistics);
    }
    if (sizeBefore == 0) {
      dictionary = new TextDictionary();
    }
    encoding = Encoding.DELTA_BYTE_ARRAY;
    return texts(values, statistics);
  }

  private boolean addToDictionary(Object[] values) {
    if (ids.length < values.length) {
      ids = new int[values.length];
    }
    for (int i = 0; i < values.length; i++) {
      ids[i] = dictionary.id(text(values[i]));
    }
    return !dictionary.isFull();
  }

  /** Bit width, and the ids: one run of the same where they are. */
  private BytesInput references(int count, Statistics<?> statistics) {
    bound(count, statistics);
    boolean isSame = true;
    for (int i = 1; i < count && isSame; i++) {
      isSame = ids[i] == ids[0];
    }
    if (isSame && ids[0] < 1 << Byte.SIZE) {
      return BytesInput.concat(
          BytesInput.from(new byte[] {Byte.SIZE}), LevelRuns.repeated(ids[0], count));
    }
    int bitWidth = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(dictionary.size() - 1));
    return BytesInput.concat(
        BytesInput.from(new byte[] {(byte) bitWidth}), LevelRuns.packed(ids, count, bitWidth));
  }

  private void bound(int count, Statistics<?> statistics) {
    TextBounds bounds = new TextBounds();
    boolean[] isSeen = new boolean[dictionary.size()];
    for (int i = 0; i < count; i++) {
      if (!isSeen[ids[i]]) {
        isSeen[ids[i]] = true;
        bounds.add(dictionary.text(ids[i]).getBytes(StandardCharsets.UTF_8));
      }
    }
    bounds.giveTo(statistics);
  }

  private BytesInput texts(Object[] values, Statistics<?> statistics) {
    TextBounds bounds = new TextBounds();
    deltas.reset();
    for (Object value : values) {
      byte[] text = text(value).getBytes(StandardCharsets.UTF_8);
      bounds.add(text);
      deltas.add(text);
    }
    bounds.giveTo(statistics);
    return deltas.bytes();
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : (String) value;
  }

  @Override
  public Encoding encoding() {
    return encoding;
  }

  @Override
  public byte[] dictionary() {
    return dictionary.plain();
  }

  @Override
  public int dictionarySize() {
    return dictionary.size();
  }

  @Override
  public void reset() {
    dictionary = new TextDictionary();
    usesDictionary = true;
  }
}
