package dev.hindsight.ingest.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRows;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.ParsedRows;
import dev.hindsight.ingest.rows.RowOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("b.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));
  private static final Map<String, String> CELLS =
      Map.of("email", "ann@shop.example", "status", "5.1.1", "bounced_at", "2024-03-30T10:00:00Z");

  private final BounceRowParser parser = new BounceRowParser(ORIGIN);

  @Test
  void everyColumnIsRead() {
    assertThat(accepted(Map.of("seller_id", "s-1", "reason", "no such mailbox")))
        .isEqualTo(
            new Bounce(
                "ann@shop.example",
                "5.1.1",
                Instant.parse("2024-03-30T10:00:00Z"),
                "s-1",
                "no such mailbox",
                5,
                7));
  }

  @Test
  void anAddressAndItsStatusAreEnough() {
    assertThat(accepted(Map.of()))
        .isEqualTo(
            new Bounce(
                "ann@shop.example",
                "5.1.1",
                Instant.parse("2024-03-30T10:00:00Z"),
                null,
                null,
                5,
                7));
  }

  @Test
  void aBounceMakesNoDayOfTheMarketplace() {
    assertThat(parse(Map.of()).epochDay()).isEqualTo(ParsedRow.NO_DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.0", "4.2.2", "5.7.26", "5.999.999"})
  void enhancedStatusCodesAreTaken(String status) {
    assertThat(accepted(Map.of("status", status)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"550", "3.1.1", "5.1", "5.1.1.1", "5.1.1000", "5.1.x", "bounced"})
  void otherStatusesAreAProblem(String status) {
    assertThat(problems(Map.of("status", status)))
        .containsExactly(
            "b.csv:7: status: \"%s\" is not an enhanced status code of RFC 3463; write one such as 5.1.1"
                .formatted(status));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          email      | ''                              | b.csv:7: email: is missing; every row needs it
          email      | Ann <ann@shop.example>          | b.csv:7: email: is not an email address; write one address such as shop@seller.example
          status     | ''                              | b.csv:7: status: is missing; every row needs it
          bounced_at | ''                              | b.csv:7: bounced_at: is missing; every row needs it
          bounced_at | 2024-03-30                      | b.csv:7: bounced_at: "2024-03-30" has no offset from UTC; write 2024-03-31T14:05:00Z or 2024-03-31T14:05:00+02:00
          reason     | 550 ann@shop.example is unknown | b.csv:7: reason: is not a label; write a code or a few words, at most 80 characters, and no address
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.BOUNCES.columns().all());
    columns.addAll(List.of("batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Bounce.CONTRACT.fields().stream().map(Field::name).toList());
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(CELLS);
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.BOUNCES, cells));
  }

  private Bounce accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), Bounce.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
