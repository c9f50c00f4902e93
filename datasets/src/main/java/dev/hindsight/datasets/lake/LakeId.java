package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;

/**
 * What a lake is known by, wherever it is mounted or moved to: a random word in a small file of its
 * own. A copy of a lake has it too.
 */
public record LakeId(String text) {

  /** The lake's; it gets one where it has none. Safe for several processes. */
  public static LakeId of(Lake lake) throws IOException {
    Optional<LakeId> known = find(lake);
    if (known.isPresent()) {
      return known.get();
    }
    DurableFiles.create(lake.id(), UUID.randomUUID() + "\n");
    return find(lake).orElseThrow(() -> new NoSuchFileException(lake.id().toString()));
  }

  /** The lake's, if it has one. */
  public static Optional<LakeId> find(Lake lake) throws IOException {
    try {
      return Optional.of(new LakeId(Files.readString(lake.id()).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
