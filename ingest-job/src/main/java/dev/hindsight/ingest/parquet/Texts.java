package dev.hindsight.ingest.parquet;

import java.util.Arrays;

/** Texts as UTF-8, one behind the other, each known by its number from 0. */
final class Texts {
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  void add(byte[] utf8, int start, int end) {
    int at = byteCount();
    int newEnd = at + end - start;
    if (newEnd > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(newEnd, 2 * bytes.length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    TextBits.copy(utf8, start, end, bytes, at);
    ends[count++] = newEnd;
  }

  int count() {
    return count;
  }

  int byteCount() {
    return count == 0 ? 0 : ends[count - 1];
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  int end(int number) {
    return ends[number];
  }

  boolean equals(int number, byte[] utf8, int start, int end) {
    return Arrays.equals(bytes, start(number), end(number), utf8, start, end);
  }

  /** Forgets all from that number on. */
  void truncate(int newCount) {
    count = newCount;
  }
}
