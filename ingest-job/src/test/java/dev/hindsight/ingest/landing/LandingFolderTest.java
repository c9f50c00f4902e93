package dev.hindsight.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.CanonicalFormat;
import dev.hindsight.ingest.rows.SourceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingFolderTest {
  private static final SourceFormats FORMATS =
      name -> Feed.ofFile(name).map(feed -> new CanonicalFormat(feed, CsvFormat.CANONICAL));

  private final Path folder;

  LandingFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "transactions.csv, TRANSACTIONS",
    "transactions-2024-03.csv.gz, TRANSACTIONS",
    "dispute-events_x.csv, DISPUTE_EVENTS",
    "transactions-2024-03.zip, TRANSACTIONS",
    "sellers-new.csv, SELLERS",
    "adjustments-2024-03.csv, ADJUSTMENTS",
    "unsubscribes.csv, UNSUBSCRIBES",
    "bounces-2024-03-31.csv.gz, BOUNCES"
  })
  void feedIsKnownByTheFilesName(String name, Feed feed) throws IOException {
    Files.writeString(folder.resolve(name), "x");

    assertThat(LandingFolder.of(folder, FORMATS).files())
        .singleElement()
        .extracting(LandingFile::feed)
        .isEqualTo(feed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transactions.csv", "transactions.txt", "fx-rates.csv", "notes.md"})
  void otherFilesAreTold(String name) throws IOException {
    Files.writeString(folder.resolve(name), "x");

    assertThat(LandingFolder.of(folder, FORMATS).others()).containsExactly(name);
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

    LandingFolder landing = LandingFolder.of(folder, FORMATS);

    assertThat(landing.files()).isEmpty();
    assertThat(landing.others()).isEmpty();
  }

  @Test
  void fileThatCannotBeReadIsTold() throws IOException {
    Files.createSymbolicLink(folder.resolve("sellers.csv"), folder.resolve("gone"));

    assertThat(LandingFolder.of(folder, FORMATS).unreadable())
        .singleElement()
        .extracting(LandingFolder.UnreadableFile::name)
        .isEqualTo("sellers.csv");
  }

  @Test
  void digestFollowsNamesAndContentsOfFeedsFiles() throws IOException {
    Files.writeString(folder.resolve("sellers.csv"), "abc");
    String digest = LandingFolder.of(folder, FORMATS).digest();

    Files.writeString(folder.resolve("notes.md"), "abc");
    assertThat(LandingFolder.of(folder, FORMATS).digest()).isEqualTo(digest);

    Files.writeString(folder.resolve("sellers.csv"), "abcd");
    String changed = LandingFolder.of(folder, FORMATS).digest();
    assertThat(changed).isNotEqualTo(digest);

    Files.move(folder.resolve("sellers.csv"), folder.resolve("sellers-2.csv"));
    assertThat(LandingFolder.of(folder, FORMATS).digest()).isNotIn(digest, changed);
  }

  @Test
  void missingFolderCannotBeUsed() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> LandingFolder.of(missing, FORMATS))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessage("Landing folder %s does not exist; create it, or name another", missing);
  }

  @Test
  void fileIsNotAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("sellers.csv"), "x");

    assertThatThrownBy(() -> LandingFolder.of(file, FORMATS))
        .hasMessage("Landing folder %s is a file; name the folder that it lies in", file);
  }
}
