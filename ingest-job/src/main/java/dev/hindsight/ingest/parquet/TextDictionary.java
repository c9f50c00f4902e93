package dev.hindsight.ingest.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers texts in the order in which they first come. Not safe for several threads. */
final class TextDictionary {
  private static final int MOST_TEXTS = 1 << 15;
  private static final int MOST_BYTES = 1 << 20;

  private final List<String> texts = new ArrayList<>();
  private @Nullable String[] slotTexts = new @Nullable String[1 << 10];
  private int[] slotIds = new int[1 << 10];
  private int[] slotHashes = new int[1 << 10];
  private int characters;

  /** The text's number, from 0; a new one when it is new. */
  int id(String text) {
    int slot = slot(text);
    if (slotTexts[slot] != null) {
      return slotIds[slot];
    }
    if (texts.size() > slotTexts.length / 2) {
      grow();
      slot = slot(text);
    }
    fill(slot, text, texts.size());
    texts.add(text);
    characters += text.length();
    return slotIds[slot];
  }

  /** Where the text is, or would be put. */
  private int slot(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (slotTexts.length - 1);
    while (slotTexts[slot] != null && (slotHashes[slot] != hash || !text.equals(slotTexts[slot]))) {
      slot = (slot + 1) & (slotTexts.length - 1);
    }
    return slot;
  }

  private void grow() {
    slotTexts = new @Nullable String[2 * slotTexts.length];
    slotIds = new int[slotTexts.length];
    slotHashes = new int[slotTexts.length];
    for (int id = 0; id < texts.size(); id++) {
      fill(slot(texts.get(id)), texts.get(id), id);
    }
  }

  private void fill(int slot, String text, int id) {
    slotTexts[slot] = text;
    slotIds[slot] = id;
    slotHashes[slot] = text.hashCode();
  }

  String text(int id) {
    return texts.get(id);
  }

  int size() {
    return texts.size();
  }

  /** Whether it costs more than it saves. */
  boolean isFull() {
    return texts.size() > MOST_TEXTS || characters > MOST_BYTES;
  }

  /** All texts in the order of their numbers, each behind its length in bytes. */
  byte[] plain() {
    List<byte[]> encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int size = encoded.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
    ByteBuffer plain = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    encoded.forEach(text -> plain.putInt(text.length).put(text));
    return plain.array();
  }
}
