package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkJavaTest {
  private final Distribution distribution;
  private final SparkJava java;

  SparkJavaTest(@TempDir Path home) {
    distribution = new Distribution(home, "");
    java = new SparkJava(distribution, "3g");
  }

  @BeforeEach
  void noArchiveIsMade() {
    System.clearProperty(SparkJava.ARCHIVING);
  }

  @Test
  void fewRowsAreNotWorthTheSecondCompiler() {
    assertThat(java.options(landed(999_999)))
        .contains("-Xmx3g", "-Xms3g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  @Test
  void manyRowsRunAsJavaWouldHaveIt() {
    assertThat(java.options(landed(1_000_000)))
        .contains("-Xmx3g")
        .doesNotContain("-Xms3g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  @Test
  void classesAreMappedWhereTheirArchiveIs() throws IOException {
    assertThat(java.options(landed(1))).noneMatch(option -> option.contains("spark.jsa"));

    Files.createFile(distribution.sparkArchive());
    assertThat(java.options(landed(1)))
        .contains("-XX:SharedArchiveFile=" + distribution.sparkArchive(), "-Xshare:auto");
  }

  @Test
  void theBuildHasThemArchived() {
    System.setProperty(SparkJava.ARCHIVING, "true");
    try {
      assertThat(java.options(landed(1)))
          .contains("-XX:ArchiveClassesAtExit=" + distribution.sparkArchive());
    } finally {
      System.clearProperty(SparkJava.ARCHIVING);
    }
  }

  private static LandedFiles landed(long rows) {
    return new LandedFiles(
        List.of(
            new LandedFile(
                "transactions",
                1,
                "transactions.csv",
                "0",
                1,
                rows,
                0,
                List.of(),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null)));
  }
}
