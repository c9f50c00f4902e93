package dev.hindsight.ingest.parquet;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/**
 * Texts, and enums by name. A page refers to a dictionary as long as that is worth it; after that,
 * pages of the same row group hold each text as what it adds to the one before.
 */
final class TextValues implements ColumnValues {
  private static final double MOST_DISTINCT_SHARE = 0.6;

  /** A first page with fewer texts tells nothing about the next. */
  private static final int TELLING_COUNT = 1_000;

  private final int[] ids;
  private final DeltaTexts deltas = new DeltaTexts();
  private final Texts texts = new Texts();
  private TextDictionary dictionary = new TextDictionary();
  private int dictionarySizeBefore;
  private boolean usesDictionary = true;
  private Encoding encoding = Encoding.RLE_DICTIONARY;
  private int count;

  TextValues(int mostRows) {
    ids = new int[mostRows];
  }

  void add(byte[] utf8, int start, int end) {
    if (usesDictionary) {
      ids[count] = dictionary.id(utf8, start, end);
    } else {
      texts.add(utf8, start, end);
    }
    count++;
  }

  @Override
  public BytesInput encode(Statistics<?> statistics) throws IOException {
    BytesInput encoded = count == 0 ? nothing() : encodeAll(statistics);
    dictionarySizeBefore = dictionary.size();
    texts.truncate(0);
    count = 0;
    return encoded;
  }

  private BytesInput nothing() {
    encoding = Encoding.PLAIN; // a reader would look for the dictionary, and there may be none
    return BytesInput.empty();
  }

  private BytesInput encodeAll(Statistics<?> statistics) {
    if (usesDictionary && isWorthIt()) {
      encoding = Encoding.RLE_DICTIONARY;
      return references(statistics);
    }
    if (usesDictionary) {
      leaveDictionary();
    }
    encoding = Encoding.DELTA_BYTE_ARRAY;
    return texts(statistics);
  }

  private boolean isWorthIt() {
    boolean isFirstPage = dictionarySizeBefore == 0;
    boolean repeats = dictionary.size() <= count * MOST_DISTINCT_SHARE;
    return !dictionary.isFull() && (!isFirstPage || repeats || count < TELLING_COUNT);
  }

  /** Takes the page's texts out of the dictionary, and with them those that only it has. */
  private void leaveDictionary() {
    Texts known = dictionary.texts();
    for (int i = 0; i < count; i++) {
      texts.add(known.bytes(), known.start(ids[i]), known.end(ids[i]));
    }
    known.truncate(dictionarySizeBefore);
    usesDictionary = false;
  }

  /** Bit width, and the ids: one run of the same where they are. */
  private BytesInput references(Statistics<?> statistics) {
    bound(statistics);
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

  private void bound(Statistics<?> statistics) {
    TextBounds bounds = new TextBounds(dictionary.texts());
    boolean[] isSeen = new boolean[dictionary.size()];
    for (int i = 0; i < count; i++) {
      if (!isSeen[ids[i]]) {
        isSeen[ids[i]] = true;
        bounds.add(ids[i]);
      }
    }
    bounds.giveTo(statistics);
  }

  private BytesInput texts(Statistics<?> statistics) {
    TextBounds bounds = new TextBounds(texts);
    for (int i = 0; i < count; i++) {
      bounds.add(i);
    }
    bounds.giveTo(statistics);
    return deltas.encode(texts);
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
    dictionarySizeBefore = 0;
    usesDictionary = true;
  }
}
