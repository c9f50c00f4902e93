package dev.hindsight.nightly.forget;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** A file in which a word is looked for as bytes, compressed or not. */
record TextFile(Path path) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Whether it has the word, not within a longer one of letters, digits, hyphens, underscores. */
  boolean holds(String word) throws IOException {
    byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
    String name = String.valueOf(path.getFileName());
    try (InputStream file = Files.newInputStream(path)) {
      if (name.endsWith(".gz")) {
        return holds(new GZIPInputStream(file, BUFFER_BYTES), wanted);
      }
      return name.endsWith(".zip") ? anyEntryHolds(file, wanted) : holds(file, wanted);
    }
  }

  private static boolean anyEntryHolds(InputStream file, byte[] wanted) throws IOException {
    ZipInputStream zip = new ZipInputStream(file);
    while (zip.getNextEntry() != null) {
      if (holds(zip, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Keeps the last bytes of each piece: the word, and its neighbours, may lie across the next. */
  private static boolean holds(InputStream bytes, byte[] wanted) throws IOException {
    byte[] piece = new byte[BUFFER_BYTES + 2 * (wanted.length + 2)];
    int kept = 0;
    boolean isAtStart = true;
    while (true) {
      int read = bytes.readNBytes(piece, kept, BUFFER_BYTES);
      int length = kept + read;
      boolean isAtEnd = read < BUFFER_BYTES;
      int last = isAtEnd ? length - wanted.length : length - wanted.length - 1;
      for (int at = isAtStart ? 0 : 1; at <= last; at++) {
        if (isAt(piece, at, wanted)
            && (at == 0 || !isOfWord(piece[at - 1]))
            && (at + wanted.length == length || !isOfWord(piece[at + wanted.length]))) {
          return true;
        }
      }
      if (isAtEnd) {
        return false;
      }
      kept = Math.min(length, wanted.length + 1);
      isAtStart = false;
      System.arraycopy(piece, length - kept, piece, 0, kept);
    }
  }

  private static boolean isAt(byte[] piece, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (piece[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWord(byte sign) {
    return sign >= 'a' && sign <= 'z'
        || sign >= 'A' && sign <= 'Z'
        || sign >= '0' && sign <= '9'
        || sign == '-'
        || sign == '_';
  }
}
