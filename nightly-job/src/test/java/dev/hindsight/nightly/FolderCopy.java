package dev.hindsight.nightly;

import dev.hindsight.datasets.lake.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of whole folders; a link stays one. */
public final class FolderCopy {
  private FolderCopy() {}

  /** Makes the target what the source is; what was there before is gone. */
  public static void of(Path source, Path target) throws IOException {
    DurableFiles.deleteTree(target);
    try (Stream<Path> all = Files.walk(source)) {
      List<Path> paths = all.toList();
      for (Path path : paths) {
        Files.copy(
            path, target.resolve(source.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
