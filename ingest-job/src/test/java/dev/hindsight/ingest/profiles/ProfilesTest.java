package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.ingest.csv.FileRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
  private static final String SELLERS =
      """
      description: Sellers of a shop system
      feed: sellers
      files: %s
      columns: {seller_id: Shop}
      """;

  private final Path folder;

  ProfilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shippedOnesAreThereByName() {
    assertThat(Profiles.shipped().all())
        .extracting(SourceProfile::name)
        .containsExactly(
            "adyen-dispute-report",
            "amazon-returns",
            "nyc-mediated-complaints",
            "paypal-case-report",
            "stripe-disputes");
  }

  @Test
  void everyProfileInTheResourcesIsShipped() throws IOException {
    Path resources = Path.of("src/main/resources/dev/hindsight/ingest/profiles");

    try (Stream<Path> files = Files.list(resources)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Profiles.shipped().all().stream().map(profile -> profile.name() + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dispute_report_2024_03_31.csv, adyen-dispute-report",
    "dispute_report_2024_03_31.csv.gz, adyen-dispute-report",
    "amazon-returns-2025-07.txt, amazon-returns",
    "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE_1.tsv, amazon-returns",
    "mediated-complaints-2018.csv, nyc-mediated-complaints",
    "DDR-20190822.01.008.CSV, paypal-case-report",
    "stripe-disputes.zip, stripe-disputes",
    "fivetran_dispute_data.csv, stripe-disputes",
  })
  void shippedOnesAreFoundByTheNamesOfTheirFiles(String fileName, String profile) {
    assertThat(Profiles.shipped().ofFile(fileName)).map(SourceProfile::name).contains(profile);
  }

  @ParameterizedTest
  @CsvSource({"dispute-events-2024.csv", "transactions.csv", "sellers.csv.gz", "holiday.csv"})
  void otherFilesHaveNone(String fileName) {
    assertThat(Profiles.shipped().ofFile(fileName)).isEmpty();
  }

  @Test
  void profilesOfAFolderComeBesideTheShippedOnes() throws IOException {
    write("shop.yml", SELLERS.formatted("shop-*.csv"));
    write("notes.txt", "no profile");
    write(".hidden.yaml", "no profile");

    Profiles profiles = Profiles.with(folder);

    assertThat(profiles.all()).extracting(SourceProfile::name).contains("shop").hasSize(6);
    assertThat(profiles.ofFile("shop-1.csv")).map(SourceProfile::name).contains("shop");
  }

  @Test
  void aProfileOfTheUserReplacesTheShippedOneOfItsName() throws IOException {
    write("stripe-disputes.yaml", SELLERS.formatted("mine.csv"));

    Profiles profiles = Profiles.with(folder);

    assertThat(profiles.named("stripe-disputes"))
        .map(SourceProfile::description)
        .contains("Sellers of a shop system");
    assertThat(profiles.ofFile("stripe-disputes.csv")).isEmpty();
    assertThat(profiles.all()).hasSize(5);
  }

  @Test
  void aProfileOfTheUserComesBeforeAShippedOneForTheSameFiles() throws IOException {
    write("mine.yaml", SELLERS.formatted("stripe*.csv"));

    assertThat(Profiles.with(folder).ofFile("stripe-disputes.csv"))
        .map(SourceProfile::name)
        .contains("mine");
  }

  @Test
  void aFileForTwoProfilesOfTheUserIsRefused() throws IOException {
    write("first.yaml", SELLERS.formatted("shop-*.csv"));
    write("second.yaml", SELLERS.formatted("'*-2024.csv'"));
    Profiles profiles = Profiles.with(folder);

    assertThat(profiles.ofFile("shop-2023.csv")).map(SourceProfile::name).contains("first");
    assertThatThrownBy(() -> profiles.ofFile("shop-2024.csv"))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "shop-2024.csv: the profiles first, second are all for files of that name;"
                + " narrow their files patterns");
  }

  @Test
  void allProblemsOfAllFilesAreReportedAtOnce() throws IOException {
    write("first.yaml", "feed: dispute-event\nfiles: a.csv\ndescription: First\n");
    write("second.yaml", SELLERS.formatted("b.csv") + "colour: red\n");
    write("third.yaml", SELLERS.formatted("c.csv"));
    write("third.yml", SELLERS.formatted("c.csv"));

    assertThatThrownBy(() -> Profiles.with(folder))
        .isInstanceOf(ProfileException.class)
        .hasMessage(
            """
            first.yaml:1: feed: "dispute-event" is no feed; did you mean dispute-events?\
             (transactions, dispute-events, sellers, adjustments, unsubscribes, bounces)
            second.yaml:5: colour: is no key here; did you mean columns? (description, feed,\
             files, file-name, delimiter, encoding, quoted, preamble-lines, time-zone, dates,\
             number, headers, when, constants, columns, events, order, maps)
            third.yml:1: profile: is there as .yaml and as .yml; keep one of them""");
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> Profiles.with(missing))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("missing: cannot be read")
        .hasMessageEndingWith("name a folder with profiles");
  }

  @Test
  void anotherTextIsAnotherDigest() throws IOException {
    write("shop.yaml", SELLERS.formatted("a.csv"));
    String first = digest();
    write("shop.yaml", SELLERS.formatted("b.csv"));

    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(digest()).matches("[0-9a-f]{64}").isNotEqualTo(first);
  }

  @Test
  void aProfileTellsWhichFilesItIsFor() {
    assertThat(ReadProfiles.shipped("adyen-dispute-report").filePatterns())
        .isEqualTo(List.of("dispute_report_*.csv"));
  }

  private String digest() {
    return Profiles.with(folder).named("shop").orElseThrow().digest();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
