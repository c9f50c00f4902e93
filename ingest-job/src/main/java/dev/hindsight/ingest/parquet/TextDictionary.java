package dev.hindsight.ingest.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers texts in the order in which they first come. Not safe for several threads. */
final class TextDictionary {
  private static final int MOST_TEXTS = 1 << 15;
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONG_TEXT = 0xFF;
  private static final long LENGTH_AND_HASH = 0xFFFF_FFFFL << Integer.SIZE;

  private final Texts texts = new Texts();

  /**
   * An open hash table, two numbers for a text: its first eight bytes, and what else is known of it
   * (from the highest bit: 24 bits of its hash, its length as far as that fits into 8 bits, its
   * number and one). A short text is found without a look at any other.
   */
  private long[] slots = new long[1 << 11];

  /** The text's number, from 0; a new one when it is new. */
  int id(byte[] utf8, int start, int end) {
    int length = end - start;
    long prefix = TextBits.prefix(utf8, start, end);
    long hash = length <= Long.BYTES ? TextBits.hash(prefix) : TextBits.hash(utf8, start, end);
    long known = hash << 40 | (long) Math.min(length, LONG_TEXT) << Integer.SIZE;
    int slot = slot(hash);
    while (slots[slot] != 0) {
      boolean isAlike = slots[slot + 1] == prefix && ((slots[slot] ^ known) & LENGTH_AND_HASH) == 0;
      int id = (int) slots[slot] - 1;
      if (isAlike && (length <= Long.BYTES || texts.equals(id, utf8, start, end))) {
        return id;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    texts.add(utf8, start, end);
    return fill(slot, known, prefix);
  }

  private int slot(long hash) {
    return (int) (hash >>> Integer.SIZE) * 2 & (slots.length - 1);
  }

  /** Makes the slot that of the last text. */
  private int fill(int slot, long known, long prefix) {
    int id = texts.count() - 1;
    slots[slot] = known | (id + 1);
    slots[slot + 1] = prefix;
    if (id > slots.length / 4) {
      grow();
    }
    return id;
  }

  private void grow() {
    long[] former = slots;
    slots = new long[4 * former.length];
    for (int i = 0; i < former.length; i += 2) {
      if (former[i] != 0) {
        int id = (int) former[i] - 1;
        int slot = slot(hash(id, former[i + 1]));
        while (slots[slot] != 0) {
          slot = (slot + 2) & (slots.length - 1);
        }
        slots[slot] = former[i];
        slots[slot + 1] = former[i + 1];
      }
    }
  }

  private long hash(int id, long prefix) {
    int start = texts.start(id);
    int end = texts.end(id);
    return end - start <= Long.BYTES
        ? TextBits.hash(prefix)
        : TextBits.hash(texts.bytes(), start, end);
  }

  Texts texts() {
    return texts;
  }

  int size() {
    return texts.count();
  }

  /** Whether it costs more than it saves. */
  boolean isFull() {
    return texts.count() > MOST_TEXTS || texts.byteCount() > MOST_BYTES;
  }

  /** All texts in the order of their numbers, each behind its length in bytes. */
  byte[] plain() {
    ByteBuffer plain =
        ByteBuffer.allocate(Integer.BYTES * size() + texts.byteCount())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int id = 0; id < size(); id++) {
      int start = texts.start(id);
      int length = texts.end(id) - start;
      plain.putInt(length).put(texts.bytes(), start, length);
    }
    return plain.array();
  }
}
