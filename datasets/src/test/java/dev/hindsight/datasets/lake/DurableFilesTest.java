package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  private static final int REPLACEMENTS = 300;

  private final Path folder;

  DurableFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsWrittenIntoAFolderThatIsNotThereYet() throws IOException {
    Path file = folder.resolve("a/b/file.json");

    DurableFiles.replace(file, "é");

    assertThat(file).hasContent("é");
  }

  @Test
  void aReplacedFileIsAsReadableAsAnyOther() throws IOException {
    Path replaced = folder.resolve("replaced");
    Path ordinary = Files.createFile(folder.resolve("ordinary"));

    DurableFiles.replace(replaced, "");

    Set<PosixFilePermission> expected = Files.getPosixFilePermissions(ordinary);
    assertThat(Files.getPosixFilePermissions(replaced)).isEqualTo(expected);
  }

  @Test
  void aReaderNeverSeesAPartOfAFileNorNone() throws Exception {
    Path file = folder.resolve("file");
    DurableFiles.replace(file, content(0));
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Set<String>> reader =
        CompletableFuture.supplyAsync(() -> contentsSeen(file, isOver));

    try {
      for (int i = 1; i <= REPLACEMENTS; i++) {
        DurableFiles.replace(file, content(i));
      }
    } finally {
      isOver.set(true);
    }

    assertThat(reader.get())
        .hasSizeGreaterThan(10)
        .allMatch(seen -> seen.equals(content(Integer.parseInt(seen.substring(0, 4)))));
  }

  @Test
  void nothingUnfinishedStaysBehind() throws IOException {
    DurableFiles.replace(folder.resolve("file"), "one");
    DurableFiles.replace(folder.resolve("file"), "two");

    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void nothingUnfinishedStaysBehindWhenTheFileCannotBeReplaced() throws IOException {
    Path file = folder.resolve("file");
    Files.createDirectories(file.resolve("in-the-way"));

    assertThatThrownBy(() -> DurableFiles.replace(file, "one"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(file.toString());
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFinishedFolderAppearsWithAllInIt() throws IOException {
    Path finished = Files.createDirectories(folder.resolve("work/finished/part"));
    Files.writeString(finished.resolve("0.parquet"), "rows");
    Path place = folder.resolve("landed/batch=000001");

    DurableFiles.moveIntoPlace(folder.resolve("work/finished"), place);

    assertThat(place.resolve("part/0.parquet")).hasContent("rows");
    assertThat(folder.resolve("work/finished")).doesNotExist();
  }

  @Test
  void aTreeIsDeletedWithAllInIt() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree/a/b"));
    Files.writeString(tree.resolve("file"), "");

    DurableFiles.deleteTree(folder.resolve("tree"));
    DurableFiles.deleteTree(folder.resolve("never-there"));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void linksAreDeletedAndNeverFollowed() throws IOException {
    Path kept =
        Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("file"), "");
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), kept.getParent());
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));

    DurableFiles.deleteTree(tree);
    DurableFiles.deleteTree(dangling);

    assertThat(folder).isDirectoryContaining("glob:**kept");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("kept"));
    }
    assertThat(kept).exists();
  }

  private static String content(int number) {
    return "%04d ".formatted(number).repeat(4_000);
  }

  private static Set<String> contentsSeen(Path file, AtomicBoolean isOver) {
    Set<String> seen = new HashSet<>();
    try {
      while (!isOver.get()) {
        seen.add(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }
}
