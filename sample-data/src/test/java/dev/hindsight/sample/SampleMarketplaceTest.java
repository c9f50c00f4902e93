package dev.hindsight.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMarketplaceTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  private static final SampleRequest SMALL = new SampleRequest(20, 40, 7, LAST_DAY);

  @Test
  void theSameRequestMakesTheSameFiles(@TempDir Path folder) throws IOException {
    SampleMarketplace.writeTo(folder.resolve("one"), SMALL);
    SampleMarketplace.writeTo(folder.resolve("two"), SMALL);

    assertThat(contents(folder.resolve("two"))).isEqualTo(contents(folder.resolve("one")));
  }

  @Test
  void anotherSeedMakesAnotherMarketplace(@TempDir Path folder) throws IOException {
    SampleMarketplace.writeTo(folder.resolve("one"), SMALL);
    SampleMarketplace.writeTo(folder.resolve("two"), new SampleRequest(20, 40, 8, LAST_DAY));

    assertThat(contents(folder.resolve("two"))).isNotEqualTo(contents(folder.resolve("one")));
  }

  @Test
  void theSummaryCountsWhatIsInTheFiles(@TempDir Path folder) throws IOException {
    SampleSummary summary = SampleMarketplace.writeTo(folder, SMALL);

    WrittenSample sample = new WrittenSample(folder);
    assertThat(summary)
        .isEqualTo(
            new SampleSummary(
                folder.resolve("landing"),
                folder.resolve("answer-key.csv"),
                sample.sellers().size(),
                sample.transactions().size(),
                sample.opened().size(),
                sample.events().size(),
                sample.answers().size()));
  }

  @Test
  void aRunOfTheSameRequestReplacesItsOwnFiles(@TempDir Path folder) throws IOException {
    SampleMarketplace.writeTo(folder, SMALL);
    Map<String, String> first = contents(folder);

    SampleMarketplace.writeTo(folder, SMALL);

    assertThat(contents(folder)).isEqualTo(first);
  }

  @Test
  void filesOfAnotherSampleAreNotMixedIn(@TempDir Path folder) throws IOException {
    Path foreign = folder.resolve("landing/transactions-2024-01.csv");
    Files.createDirectories(folder.resolve("landing"));
    Files.writeString(foreign, "");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SampleMarketplace.writeTo(folder, SMALL))
        .withMessage("%s: is not of this sample; choose an empty folder", foreign);
  }

  @Test
  void oneSellerOnOneDayIsAMarketplaceToo(@TempDir Path folder) throws IOException {
    SampleSummary summary = SampleMarketplace.writeTo(folder, new SampleRequest(1, 1, 3, LAST_DAY));

    assertThat(summary.sellerCount()).isEqualTo(1);
    assertThat(new WrittenSample(folder).landedFiles("transactions-")).hasSize(1);
  }

  private static Map<String, String> contents(Path output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(output.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
