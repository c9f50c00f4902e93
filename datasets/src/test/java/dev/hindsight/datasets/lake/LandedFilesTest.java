package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedFilesTest {

  @Test
  void filesAreOrderedByBatch() {
    LandedFiles files =
        new LandedFiles(List.of(file("sellers", 3, null), file("sellers", 1, null)));

    assertThat(files.all()).extracting(LandedFile::batchNumber).containsExactly(1, 3);
    assertThat(files.highestBatch()).isEqualTo(3);
  }

  @Test
  void aLakeWithoutFilesHasNoBatch() {
    LandedFiles none = new LandedFiles(List.of());

    assertThat(none.highestBatch()).isZero();
    assertThat(none.current()).isEmpty();
    assertThat(none.currentBatches("sellers")).isEmpty();
  }

  @Test
  void aReplacedFileNoLongerCounts() {
    LandedFiles files =
        new LandedFiles(
            List.of(
                file("transactions", 1, null),
                file("transactions", 2, null),
                file("transactions", 3, 1)));

    assertThat(files.currentBatches("transactions")).containsExactly(2, 3);
  }

  @Test
  void ofFilesThatReplacedEachOtherTheLastOneCounts() {
    LandedFiles files =
        new LandedFiles(
            List.of(
                file("transactions", 1, null),
                file("transactions", 4, 1),
                file("transactions", 7, 4)));

    assertThat(files.currentBatches("transactions")).containsExactly(7);
  }

  @Test
  void batchesAreThoseOfTheDatasetAlone() {
    LandedFiles files =
        new LandedFiles(List.of(file("transactions", 1, null), file("sellers", 2, null)));

    assertThat(files.currentBatches("sellers")).containsExactly(2);
  }

  @Test
  void aFolderWithoutItsManifestIsNoBatch(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    Files.createDirectories(lake.batch("sellers", 1));
    Files.createDirectories(lake.batch("transactions", 2));
    Files.writeString(lake.batch("transactions", 2).resolve(Lake.FILE_MANIFEST), "2");
    Files.createDirectories(lake.batch("rejects", 2));

    LandedFiles files =
        LandedFiles.of(
            lake,
            manifest -> file("transactions", Integer.parseInt(Files.readString(manifest)), null));

    assertThat(files.all()).containsExactly(file("transactions", 2, null));
  }

  @Test
  void aManifestWithoutItsDatesIsRefused() {
    assertThatThrownBy(
            () ->
                new LandedFile(
                    "sellers",
                    1,
                    "f",
                    "s",
                    0,
                    0,
                    0,
                    absent(),
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Required column dates is absent");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T absent() {
    return null;
  }

  private static LandedFile file(String dataset, int batch, @Nullable Integer replaces) {
    return new LandedFile(
        dataset,
        batch,
        dataset + ".csv",
        "00",
        1_000,
        10,
        2,
        List.of(),
        Instant.parse("2026-03-14T01:00:00Z"),
        replaces,
        null,
        null,
        null,
        null);
  }
}
