package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.ingest.csv.FileRefusedException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileMappingTest {
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
  private static final String ORDERS =
      """
      description: Orders
      feed: transactions
      files: orders*.csv
      delimiter: semicolon
      number: 1.234,50 €
      headers: {E-Mail: {personal: true}}
      constants: {seller_id: s1, category: toys, currency: EUR}
      columns:
        transaction_id: Id
        order_id: Id
        ordered_at: At
        amount: Price
        quantity: Pieces
        buyer_id: {column: E-Mail, pseudonym: true}
      """;

  @Test
  void aRowBecomesAnEventForEachThatHolds() {
    MappedFile file =
        mapped(CASES, "Case,Shop,Opened,Closed\nc1,s1,01/31/2024,02/01/2024\nc2,s1,07/01/2024,\n");

    assertThat(file.feedRows())
        .containsExactly(
            "event_id=c1-opened, dispute_id=c1, seller_id=s1, event_type=OPENED,"
                + " occurred_at=2024-01-31T05:00:00Z, cause=OTHER",
            "event_id=c1-closed, dispute_id=c1, seller_id=s1, event_type=CLOSED,"
                + " occurred_at=2024-02-01T05:00:00Z",
            "event_id=c2-opened, dispute_id=c2, seller_id=s1, event_type=OPENED,"
                + " occurred_at=2024-07-01T04:00:00Z, cause=OTHER");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aRowIsRejectedWithAllItsProblemsEachOnce() {
    MappedFile file = mapped(CASES, "Case,Shop,Opened,Closed\nc1,,13/31/2024,yesterday\n");

    assertThat(file.feedRows()).isEmpty();
    assertThat(file.problems())
        .containsExactly(
            "cases.csv:2: Opened: \"13/31/2024\" is not a date as the profile has it;"
                + " write it as MM/dd/uuuu",
            "cases.csv:2: Shop: is missing; every row needs it",
            "cases.csv:2: Closed: \"yesterday\" is not a date as the profile has it;"
                + " write it as MM/dd/uuuu");
  }

  @Test
  void anEventBeforeTheOneItFollowsRejectsTheRow() {
    MappedFile file = mapped(CASES, "Case,Shop,Opened,Closed\nc1,s1,02/01/2024,01/31/2024\n");

    assertThat(file.feedRows()).isEmpty();
    assertThat(file.problems())
        .containsExactly(
            "cases.csv:2: Closed: \"01/31/2024\" is before Opened 02/01/2024;"
                + " check which of them is right");
  }

  @Test
  void eventsOfOneDayAreInOrder() {
    assertThat(mapped(CASES, "Case,Shop,Opened,Closed\nc1,s1,02/01/2024,02/01/2024\n").problems())
        .isEmpty();
  }

  @Test
  void aRowOfAnotherWidthIsRejectedAsAWhole() {
    assertThat(mapped(CASES, "Case,Shop,Opened,Closed\nc1,s1,02/01/2024\n").problems())
        .containsExactly(
            "cases.csv:2: the row \"3\" has too few cells; the header has 4;"
                + " write empty cells too");
  }

  @Test
  void headersMatchWhateverTheirCaseBlanksAndSeparators() {
    MappedFile file =
        mapped(CASES, "\uFEFF case ,SHOP,opened,Closed \nc1,s1,02/01/2024,02/02/2024\n");

    assertThat(file.events()).hasSize(2);
    assertThat(file.unused()).isEmpty();
  }

  @Test
  void columnsThatNothingUsesAreNamed() {
    assertThat(mapped(CASES, "Note,Case,Shop,Opened,Closed,Colour\n").unused())
        .containsExactly("Note", "Colour");
  }

  @Test
  void aFileThatLacksColumnsIsRefusedWithAllTheirNames() {
    String yaml = CASES + "headers: {Shop: {aliases: [Store, Seller]}, Closed: {optional: true}}\n";

    assertThatThrownBy(() -> mapped(yaml, "Case,Opening\n"))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "cases.csv:1: the header lacks \"Opened\", \"Shop\" (or \"Store\", \"Seller\");"
                + " export it, or name it in the profile as the file does");
  }

  @Test
  void anAliasStandsForTheColumnAndAnOptionalOneMayBeMissing() {
    String yaml = CASES + "headers: {Shop: {aliases: [Store, Seller]}, Closed: {optional: true}}\n";

    assertThat(mapped(yaml, "Case,Seller,Opened\nc1,,02/01/2024\nc2,s1,02/01/2024\n").problems())
        .containsExactly("cases.csv:2: Seller: is missing; every row needs it");
  }

  @Test
  void rowsThatAreNotMeantAreLeftOutWhateverTheirWidth() {
    String yaml = CASES + "when: {Shop: {not: test}}\n";

    MappedFile file =
        mapped(yaml, "Case,Shop,Opened,Closed\nc1,TEST,02/01/2024,\nc2,s1,02/01/2024,\nend,test\n");

    assertThat(file.leftOutCount()).isEqualTo(2);
    assertThat(file.events()).hasSize(1);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aRowWithoutAnyEventIsLeftOut() {
    String yaml = CASES.replace("  opened:\n", "  opened:\n    when: {Opened: {filled: true}}\n");

    assertThat(mapped(yaml, "Case,Shop,Opened,Closed\nc1,s1,,\n").leftOutCount()).isEqualTo(1);
  }

  @Test
  void aConditionOnANumberThatIsNoneIsAProblem() {
    String yaml = CASES + "when: {Case: {above: 10}}\n";

    MappedFile file =
        mapped(yaml, "Case,Shop,Opened,Closed\nx,s1,02/01/2024,\n10,s1,02/01/2024,\n");

    assertThat(file.problems())
        .containsExactly(
            "cases.csv:2: Case: \"x\" is not a number as the profile has it;"
                + " write 1234.50 as 1234.50");
    assertThat(file.leftOutCount()).isEqualTo(1);
  }

  @Test
  void ordersMayComeFromAnotherSystemToo() {
    MappedFile file =
        orders(
            """
            1;2024-03-31T10:00:00+02:00;1.234,50 €;2;Ann@Example.org
            2;2024-03-31T10:00:00;7.00;1;
            """);

    assertThat(file.feedRows())
        .containsExactly(
            "transaction_id=1, order_id=1, seller_id=s1, category=toys, amount=1234.5,"
                + " currency=EUR, ordered_at=2024-03-31T08:00:00Z, buyer_id=p-1244cbaf57aee139,"
                + " quantity=2");
    assertThat(file.problems())
        .containsExactly(
            "orders.csv:3: At: \"2024-03-31T10:00:00\" is not a date as the profile has it;"
                + " write it as 2024-03-31T14:05:00Z",
            "orders.csv:3: Price: \"7.00\" is not a number as the profile has it;"
                + " write 1234.50 as 1.234,50 €");
  }

  @Test
  void aPersonIsTheSamePseudonymInEveryRow() {
    MappedFile file =
        orders(
            """
            1;2024-03-31T10:00:00Z;1,00;2;Ann@Example.org
            2;2024-03-31T10:00:00Z;1,00;2;ann@example.org
            3;2024-03-31T10:00:00Z;1,00;2;bob@example.org
            """);

    assertThat(file.feedRows())
        .extracting(row -> row.replaceAll(".*buyer_id=([^,]*),.*", "$1"))
        .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)))
        .noneMatch(id -> id.contains("@"));
  }

  @Test
  void whatIsPersonalIsNeverShown() {
    String yaml = CASES + "headers: {Age: {personal: true}}\nwhen: {Age: {above: 17}}\n";

    assertThat(mapped(yaml, "Case,Shop,Opened,Closed,Age\nc1,s1,02/01/2024,,old\n").problems())
        .containsExactly(
            "cases.csv:2: Age: is not a number as the profile has it; write 1234.50 as 1234.50");
  }

  @Test
  void aBuyersColumnIsNamedSoThatItsValueIsHidden() {
    String yaml =
        ORDERS
            .replace("{column: E-Mail, pseudonym: true}", "E-Mail")
            .replace("headers: {E-Mail: {personal: true}}\n", "");
    MappedFile file =
        MappedFile.of(
            ReadProfiles.of(yaml),
            "orders.csv",
            "Id;At;Price;Pieces;E-Mail\n1;2024-03-31T10:00:00Z;1,00;1;ann@example.org\n");

    assertThat(file.rows().get(0).rows().get(0).columnName(7)).isEqualTo("buyer_id");
  }

  @Test
  void sellersMayComeFromAnotherSystemToo() {
    String yaml =
        """
        description: Shops
        feed: sellers
        files: shops*.csv
        headers: {Mail: {personal: true}, Contact: {personal: true}}
        columns:
          seller_id: Shop
          name: Contact
          email: Mail
          valid_from: {column: Since, dates: dd.MM.uuuu}
          reports: {column: Mails, map: frequencies}
        maps: {frequencies: {every week: weekly, never: 'off'}}
        """;

    assertThat(
            MappedFile.of(
                    ReadProfiles.of(yaml),
                    "shops.csv",
                    "Shop,Contact,Mail,Since,Mails\ns1,Ann,a@b.example,31.03.2024,Every week\n")
                .feedRows())
        .containsExactly(
            "seller_id=s1, name=Ann, email=a@b.example, reports=weekly, valid_from=2024-03-31");
  }

  @Test
  void theSameRowsAreMadeByManyThreads() {
    SourceProfile profile = ReadProfiles.of(CASES);
    String text = "Case,Shop,Opened,Closed\nc1,s1,01/31/2024,02/01/2024\n".repeat(1);
    List<String> expected = MappedFile.of(profile, "cases.csv", text).feedRows();

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> MappedFile.of(profile, "cases.csv", text).feedRows())
                .distinct())
        .containsExactly(expected);
  }

  private static MappedFile orders(String rows) {
    return MappedFile.of(
        ReadProfiles.of(ORDERS), "orders.csv", "Id;At;Price;Pieces;E-Mail\n" + rows);
  }

  private static MappedFile mapped(String yaml, String text) {
    return MappedFile.of(ReadProfiles.of(yaml), "cases.csv", text);
  }
}
