package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A file that could not be read to its end, and what went wrong. */
record Unreadable(CsvFile file, IOException cause) {

  /** In words, with the remedy. */
  String why() {
    if (cause instanceof CharacterCodingException) {
      return notDecoded();
    }
    if (cause instanceof NoSuchFileException) {
      return "it has gone while it was read; put it back";
    }
    if (cause instanceof AccessDeniedException) {
      return "it may not be read; check its permissions";
    }
    String packing = file.stored().isPacked() ? file.stored().brokenPacking(cause) : null;
    return packing == null
        ? "cannot be read (%s); check the file and its permissions".formatted(cause)
        : packing;
  }

  private String notDecoded() {
    String encoding = file.format().charset().name();
    try (InputStream in = file.stored().open(CsvPart.WHOLE).unpacked()) {
      MalformedBytes.First first = MalformedBytes.in(in, file.format().charset());
      return "byte %d (0x%02X) is not %s; %s"
          .formatted(first.position(), first.value(), encoding, remedy(first));
    } catch (IOException e) {
      return "it is not %s; export it as UTF-8".formatted(encoding);
    }
  }

  private String remedy(MalformedBytes.First first) {
    boolean isByteOrderMark = first.position() == 1 && first.value() >= 0xFE;
    String likely = isByteOrderMark ? "UTF-16" : "windows-1252";
    return file.format().charset().equals(StandardCharsets.UTF_8)
        ? "export the file as UTF-8, or name its encoding (%s?) with --encoding or in a profile"
            .formatted(likely)
        : "name the encoding that it is in";
  }
}
