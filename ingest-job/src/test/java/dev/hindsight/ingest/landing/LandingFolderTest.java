package dev.hindsight.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingFolderTest {
  private final Path folder;

  LandingFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "transactions.csv, TRANSACTIONS",
    "transactions-2024-03.csv.gz, TRANSACTIONS",
    "dispute-events_x.csv, DISPUTE_EVENTS",
    "sellers-new.csv, SELLERS"
  })
  void feedIsKnownByTheFilesName(String name, Feed feed) throws IOException {
    Files.writeString(folder.resolve(name), "x");

    assertThat(LandingFolder.of(folder).files())
        .singleElement()
        .extracting(LandingFile::feed)
        .isEqualTo(feed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transactions.csv", "transactions.txt", "fx-rates.csv", "notes.md"})
  void otherFilesAreTold(String name) throws IOException {
    Files.writeString(folder.resolve(name), "x");

    assertThat(LandingFolder.of(folder).others()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".transactions.csv",
        "_transactions.csv",
        "transactions.csv.tmp",
        "transactions.csv.part"
      })
  void filesThatAreStillBeingWrittenAreLeftAlone(String name) throws IOException {
    Files.writeString(folder.resolve(name), "x");
    Files.createDirectory(folder.resolve("transactions-archive.csv"));

    LandingFolder landing = LandingFolder.of(folder);

    assertThat(landing.files()).isEmpty();
    assertThat(landing.others()).isEmpty();
  }

  @Test
  void fileThatCannotBeReadIsTold() throws IOException {
    Files.createSymbolicLink(folder.resolve("sellers.csv"), folder.resolve("gone"));

    assertThat(LandingFolder.of(folder).unreadable())
        .singleElement()
        .extracting(LandingFolder.UnreadableFile::name)
        .isEqualTo("sellers.csv");
  }

  @Test
  void digestFollowsNamesAndContentsOfFeedsFiles() throws IOException {
    Files.writeString(folder.resolve("sellers.csv"), "abc");
    String digest = LandingFolder.of(folder).digest();

    Files.writeString(folder.resolve("notes.md"), "abc");
    assertThat(LandingFolder.of(folder).digest()).isEqualTo(digest);

    Files.writeString(folder.resolve("sellers.csv"), "abcd");
    String changed = LandingFolder.of(folder).digest();
    assertThat(changed).isNotEqualTo(digest);

    Files.move(folder.resolve("sellers.csv"), folder.resolve("sellers-2.csv"));
    assertThat(LandingFolder.of(folder).digest()).isNotIn(digest, changed);
  }

  @Test
  void missingFolderCannotBeUsed() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> LandingFolder.of(missing))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessage("Landing folder %s does not exist; create it, or name another", missing);
  }

  @Test
  void fileIsNotAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("sellers.csv"), "x");

    assertThatThrownBy(() -> LandingFolder.of(file))
        .hasMessage("Landing folder %s is a file; name the folder that it lies in", file);
  }
}
