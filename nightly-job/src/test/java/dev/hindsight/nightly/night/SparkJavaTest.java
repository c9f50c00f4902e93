package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkJavaTest {
  private final SparkJava java = new SparkJava("3g");

  @Test
  void fewRowsAreNotWorthTheSecondCompilerNorLargePages() {
    assertThat(java.options(landed(999_999)))
        .contains(
            "-Xmx3g",
            "-Xms3g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dspark.buffer.pageSize=1m");
  }

  @Test
  void manyRowsRunAsJavaWouldHaveIt() {
    assertThat(java.options(landed(1_000_000)))
        .contains("-Xmx3g")
        .doesNotContain("-Xms3g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .noneMatch(option -> option.startsWith("-Dspark."));
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
