package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.ColumnType.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether docs/profiles.md says what the code does. */
class ProfileDocumentTest {
  private final String document;

  ProfileDocumentTest() throws IOException {
    document = Files.readString(Path.of("../docs/profiles.md"));
  }

  @Test
  void everyKeyIsExplained() {
    Stream<String> ofColumns =
        Stream.of(Scalar.TEXT, Scalar.TIMESTAMP, Scalar.DATE, Scalar.DECIMAL, Scalar.INTEGER)
            .flatMap(type -> ConversionReader.keys(type).stream());

    assertThat(
            Stream.concat(
                Stream.of(ProfileReader.KEYS, TextSourceReader.KEYS).flatMap(List::stream),
                ofColumns))
        .allSatisfy(key -> assertThat(document).contains("\n| `" + key + "` |"));
    assertThat(Stream.of(HeaderNames.KEYS, ConditionReader.KEYS).flatMap(List::stream))
        .allSatisfy(key -> assertThat(document).containsPattern("`[^`]*\\b" + key + "\\b"));
  }

  @Test
  void everyShippedProfileIsDescribedWithTheNamesOfItsFiles() {
    assertThat(Profiles.shipped().all())
        .allSatisfy(profile -> assertThat(document).contains("### " + profile.name() + "\n"))
        .flatExtracting(SourceProfile::filePatterns)
        .allSatisfy(glob -> assertThat(document).containsIgnoringCase(glob));
  }

  @Test
  void theProfileOfAShopIsSound() {
    int start = document.indexOf("description: Orders of our shop system");
    SourceProfile profile =
        ReadProfiles.of(document.substring(start, document.indexOf("```", start)));

    MappedFile file =
        MappedFile.of(
            profile,
            "bestellungen-1.csv",
            """
            Bestellung;Position;Warengruppe;Preis;Bestellt am;E-Mail
            b1;2;Möbel;1.234,50 €;31.03.2024 14:05;ann@example.org
            """);

    assertThat(file.feedRows())
        .containsExactly(
            "transaction_id=b1-2, order_id=b1, seller_id=s-063, category=Möbel, amount=1234.5,"
                + " currency=EUR, ordered_at=2024-03-31T12:05:00Z, buyer_id=p-1244cbaf57aee139");
  }
}
