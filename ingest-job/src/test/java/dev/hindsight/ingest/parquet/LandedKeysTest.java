package dev.hindsight.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedKeysTest {
  private final Path folder;

  LandedKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shareOfKeysThatAreGoneIsExactForSmallFiles() throws IOException {
    Path former = sellers("former", 0, 1_000);
    Path now = sellers("now", 250, 2_000);

    assertThat(new LandedKeys(Seller.CONTRACT).compare(former, now))
        .isEqualTo(new LandedKeys.Comparison(1_000, 0.25));
  }

  @Test
  void nothingIsGoneOfAFileWithoutRows() throws IOException {
    assertThat(new LandedKeys(Seller.CONTRACT).compare(sellers("a", 0, 0), sellers("b", 0, 9)))
        .isEqualTo(new LandedKeys.Comparison(0, 0));
  }

  @Test
  void ofLargeFilesASampleIsCompared() throws IOException {
    LandedKeys keys = new LandedKeys(Seller.CONTRACT, 4_000);

    LandedKeys.Comparison comparison =
        keys.compare(sellers("former", 0, 50_000), sellers("now", 10_000, 200_000));

    assertThat(comparison.lostShare()).isCloseTo(0.2, within(0.04));
    assertThat((double) comparison.formerCount()).isCloseTo(50_000, within(8_000.0));
  }

  @Test
  void rowThatIsThereTwiceIsOneKey() throws IOException {
    LandedKeys keys = new LandedKeys(Seller.CONTRACT, 200);
    Path former = folder.resolve("former");
    write(former.resolve("part-0.parquet"), 0, 90);
    write(former.resolve("part-1.parquet"), 0, 90);

    assertThat(keys.compare(former, sellers("now", 45, 90)))
        .isEqualTo(new LandedKeys.Comparison(90, 0.5));
  }

  private Path sellers(String name, int from, int to) throws IOException {
    Path into = folder.resolve(name);
    write(into.resolve("part-0.parquet"), from, to);
    return into;
  }

  private static void write(Path file, int from, int to) throws IOException {
    try (RecordWriter<Seller> writer = RecordWriter.open(file, Seller.CONTRACT)) {
      for (int i = from; i < to; i++) {
        writer.write(
            new Seller("s-" + i, null, null, null, null, ReportFrequency.WEEKLY, null, 1, i));
      }
    }
  }
}
