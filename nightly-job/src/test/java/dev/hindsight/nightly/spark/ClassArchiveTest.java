package dev.hindsight.nightly.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  /** No process has it: the largest that Linux gives is 4194304. */
  private static final String OF_A_DEAD_PROCESS = ".jsa.99999999";

  private final FakeSpark fake;
  private final Path folder;

  ClassArchiveTest(@TempDir Path home, @TempDir Path folder) throws IOException {
    this.fake = FakeSpark.in(home);
    this.folder = folder;
  }

  @Test
  void theFirstRunWritesItAndTheNextUsesIt() throws IOException {
    ClassArchive first = archive();
    run(first);
    assertThat(first.javaOptions()).first().asString().startsWith("-XX:ArchiveClassesAtExit=");
    assertThat(first.unfinished()).isNotEmptyFile();
    first.keep();

    ClassArchive second = archive();
    assertThat(second.javaOptions()).contains("-XX:SharedArchiveFile=" + first.file());
    run(second);

    assertThat(files()).containsExactly(first.file());
  }

  @Test
  void anArchiveThatIsBrokenIsLeftAlone() throws IOException {
    Files.writeString(archive().file(), "no archive");

    run(archive());

    assertThat(folder.resolve("spark.log")).content().doesNotContain("archive", "error");
  }

  @Test
  void anotherJarOrAnotherPlaceIsAnotherArchive(@TempDir Path elsewhere) throws IOException {
    Path before = archive().file();
    Path ofTheCopy =
        ClassArchive.of(folder, fake.application(), new SparkHome(FakeSpark.in(elsewhere).jars()))
            .file();
    Files.writeString(fake.jars().resolve("more.jar"), "");

    assertThat(List.of(before, ofTheCopy, archive().file())).doesNotHaveDuplicates();
  }

  @Test
  void whatIsOfAnotherSparkOrOfAKilledProcessGoesAndNothingElse() throws IOException {
    ClassArchive archive = archive();
    Files.writeString(archive.unfinished(), "whole");
    Path former = Files.writeString(folder.resolve("spark-0123456789ab.jsa"), "");
    Path killed = Files.writeString(folder.resolve("spark-0123456789ab" + OF_A_DEAD_PROCESS), "");
    Path running =
        Files.writeString(
            folder.resolve("spark-0123456789ab.jsa." + ProcessHandle.current().pid()), "");
    Path other = Files.writeString(folder.resolve("spark-notes.jsa.txt"), "");

    archive.keep();

    assertThat(former).doesNotExist();
    assertThat(killed).doesNotExist();
    assertThat(files()).containsExactlyInAnyOrder(archive.file(), running, other);
  }

  @Test
  void whatAFailedRunHasWrittenGoes() throws IOException {
    ClassArchive archive = archive();
    Files.writeString(archive.unfinished(), "half");

    archive.discard();
    archive.keep();

    assertThat(files()).isEmpty();
  }

  @Test
  void withoutAPlaceForItThereIsNone() {
    ClassArchive nowhere =
        ClassArchive.of(folder.resolve("nowhere"), fake.application(), new SparkHome(fake.jars()));

    assertThat(nowhere.javaOptions()).isEmpty();
  }

  private ClassArchive archive() {
    return ClassArchive.of(folder, fake.application(), new SparkHome(fake.jars()));
  }

  private void run(ClassArchive archive) throws IOException {
    fake.does("end well");
    new SparkRun(
            new SparkHome(fake.jars()),
            fake.application(),
            new SparkMaster("local[1]", Map.of()),
            archive.javaOptions(),
            folder.resolve("spark.log"))
        .run(List.of());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("spark.log")).toList();
    }
  }
}
