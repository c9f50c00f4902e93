package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.ingest.csv.FileRefusedException;
import org.junit.jupiter.api.Test;

class ProfileValuesTest {
  private static final String CASES =
      """
      description: Cases
      feed: dispute-events
      files: cases*.csv
      time-zone: America/New_York
      dates: MM/dd/uuuu
      columns: {dispute_id: Case, seller_id: Shop}
      events:
        opened:
          constants: {event_type: OPENED, cause: OTHER}
          columns: {occurred_at: Opened}
        closed:
          when: {Closed: {filled: true}}
          constants: {event_type: CLOSED}
          columns: {occurred_at: Closed}
      order: [opened, closed]
      """;

  // Python 3.11: sha256(b"".join(pack(">i", -1 if cell is None else len(cell)) + (cell or b"")
  // ...))
  @Test
  void idsAreTemplatesAndHashesOfColumns() {
    String yaml =
        CASES.replace(
            "dispute_id: Case",
            "dispute_id: {template: 'x-{Shop}-{hash}', hash: [Case, Closed]}, category: {hash: Case}");

    MappedFile file = mapped(yaml, "Case,Shop,Opened,Closed\nc1,s1,02/01/2024,\n");

    assertThat(file.feedRows())
        .containsExactly(
            "event_id=x-s1-2e5575246f426aa7-opened, dispute_id=x-s1-2e5575246f426aa7,"
                + " seller_id=s1, event_type=OPENED, occurred_at=2024-02-01T05:00:00Z,"
                + " cause=OTHER, category=b395e9fbf0784479");
  }

  @Test
  void aTemplateWithABlankIsBlank() {
    String yaml = CASES.replace("dispute_id: Case", "dispute_id: {template: 'x-{Case}-{Shop}'}");

    assertThat(mapped(yaml, "Case,Shop,Opened,Closed\n,s1,02/01/2024,\n").problems())
        .containsExactly("cases.csv:2: dispute_id: is missing; every row needs it");
  }

  @Test
  void theFirstColumnThatIsFilledCounts() {
    String yaml =
        CASES.replace("seller_id: Shop", "seller_id: {column: [Shop, Case], blank: none}");

    assertThat(
            mapped(yaml, "Case,Shop,Opened,Closed\nc1,,02/01/2024,\nc2,s2,02/01/2024,\n")
                .feedRows())
        .extracting(row -> row.replaceAll(".*(seller_id=\\w+).*", "$1"))
        .containsExactly("seller_id=c1", "seller_id=s2");
  }

  @Test
  void theFilesNameIsAColumnToo() {
    String yaml =
        CASES.replace("occurred_at: Opened", "occurred_at: {column: day, dates: uuuuMMdd}")
            + "file-name: '-(?<day>\\d{8})'\n";
    SourceProfile profile = ReadProfiles.of(yaml);

    assertThat(
            MappedFile.of(profile, "cases-20240201.csv", "Case,Shop,Closed\nc1,s1,\n")
                .shortEvents())
        .containsExactly("OPENED 2024-02-01T05:00:00Z OTHER");
    assertThatThrownBy(() -> MappedFile.of(profile, "cases.csv", "Case,Shop,Closed\n"))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "cases.csv: the name does not hold day; name the file so that -(?<day>\\d{8}) finds it");
  }

  @Test
  void zonesMayStandBesideTheDates() {
    String yaml =
        CASES.replace(
                "occurred_at: Opened",
                "occurred_at: {column: Opened, zone: {column: Zone, map: zones, unknown: keep}}")
            + "maps: {zones: {Berlin: Europe/Berlin}}\n";

    MappedFile file =
        mapped(
            yaml,
            """
            Case,Shop,Opened,Zone,Closed
            c1,s1,07/01/2024,berlin,
            c2,s1,07/01/2024,Asia/Tokyo,
            c3,s1,07/01/2024,+05:30,
            c4,s1,07/01/2024,here,
            c5,s1,07/01/2024,,
            """);

    assertThat(file.shortEvents())
        .containsExactly(
            "OPENED 2024-06-30T22:00:00Z OTHER",
            "OPENED 2024-06-30T15:00:00Z OTHER",
            "OPENED 2024-06-30T18:30:00Z OTHER");
    assertThat(file.problems())
        .containsExactly(
            "cases.csv:5: Zone: \"here\" is not a time zone;"
                + " write an IANA name such as America/Sao_Paulo",
            "cases.csv:6: Zone: is missing; the dates need it");
  }

  @Test
  void clocksThatChangeAreDecidedTheSameWayEveryTime() {
    String yaml = CASES.replace("dates: MM/dd/uuuu", "dates: MM/dd/uuuu HH:mm");

    assertThat(
            mapped(yaml, "Case,Shop,Opened,Closed\nc1,s1,03/10/2024 02:30,11/03/2024 01:30\n")
                .shortEvents())
        .containsExactly("OPENED 2024-03-10T07:30:00Z OTHER", "CLOSED 2024-11-03T05:30:00Z");
  }

  @Test
  void aDayMayMeanItsEnd() {
    String yaml =
        CASES.replace("occurred_at: Closed", "occurred_at: {column: Closed, end-of-day: true}");

    assertThat(mapped(yaml, "Case,Shop,Opened,Closed\nc1,s1,02/01/2024,02/01/2024\n").shortEvents())
        .containsExactly("OPENED 2024-02-01T05:00:00Z OTHER", "CLOSED 2024-02-02T04:59:59Z");
  }

  @Test
  void codesAreTranslatedAndUnknownOnesAreDecided() {
    String yaml =
        CASES
                .replace(
                    "constants: {event_type: OPENED, cause: OTHER}",
                    "constants: {event_type: OPENED}")
                .replace(
                    "columns: {occurred_at: Opened}",
                    """
                    columns:
                            occurred_at: Opened
                            cause: {column: Why, extract: '- (\\w+)$', map: causes, unknown: keep, blank: UNMAPPED}
                            category: {column: Why, map: causes, unknown: blank}
                            transaction_id: {column: Why, map: causes, unknown: none}
                            actor: {column: Who, map: actors}
                    """)
            + "maps: {causes: {L1: LATE_DELIVERY, gone: ''}, actors: {me: BUYER}}\n";

    MappedFile file =
        mapped(
            yaml,
            """
            Case,Shop,Opened,Closed,Why,Who
            c1,s1,07/01/2024,,Late - l1, ME
            c2,s1,07/01/2024,,Other - 9,me
            c3,s1,07/01/2024,,,me
            c4,s1,07/01/2024,,L1,you
            """);

    assertThat(file.feedRows())
        .extracting(row -> row.replaceAll(".*2024-07-01T04:00:00Z, ", ""))
        .containsExactly(
            "transaction_id=none, actor=BUYER, cause=LATE_DELIVERY",
            "transaction_id=none, actor=BUYER, cause=Other - 9",
            "actor=BUYER, cause=UNMAPPED");
    assertThat(file.problems())
        .containsExactly(
            "cases.csv:5: Who: \"you\" is not in the profile's map actors;"
                + " add it there with what it means");
  }

  @Test
  void amountsInMinorUnitsHaveTheDecimalsOfTheirCurrency() {
    String yaml =
        CASES.replace(
            "columns: {occurred_at: Opened}",
            "columns: {occurred_at: Opened, amount: {column: Cents, minor-units: {ISK: 2}},"
                + " currency: {column: Money, upper-case: true}}");

    MappedFile file =
        mapped(
            yaml,
            """
            Case,Shop,Opened,Closed,Cents,Money
            c1,s1,07/01/2024,,1234,usd
            c2,s1,07/01/2024,,1234,jpy
            c3,s1,07/01/2024,,1234,KWD
            c4,s1,07/01/2024,,100000,isk
            c5,s1,07/01/2024,,5,EUR
            c6,s1,07/01/2024,,12.34,usd
            c7,s1,07/01/2024,,12,quid
            c8,s1,07/01/2024,,12,
            """);

    assertThat(file.shortEvents())
        .extracting(event -> event.replaceAll(".*OTHER ", ""))
        .containsExactly("12.34 USD", "1234 JPY", "1.234 KWD", "1000 ISK", "0.05 EUR");
    assertThat(file.problems())
        .containsExactly(
            "cases.csv:7: Cents: \"12.34\" is not a whole number; write 3",
            "cases.csv:8: currency: \"QUID\" is not a currency; write an ISO-4217 code such as EUR",
            "cases.csv:9: currency: is missing; an amount needs it");
  }

  private static MappedFile mapped(String yaml, String text) {
    return MappedFile.of(ReadProfiles.of(yaml), "cases.csv", text);
  }
}
