package dev.hindsight.ingest.unsubscribes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Unsubscribe;
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

class UnsubscribeRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("u.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));
  private static final Map<String, String> CELLS =
      Map.of("seller_id", "s-1", "unsubscribed_at", "2024-03-30T10:00:00Z");

  private final UnsubscribeRowParser parser = new UnsubscribeRowParser(ORIGIN);

  @Test
  void everyColumnIsRead() {
    Map<String, String> cells =
        Map.of("resubscribed_at", "2024-03-31T10:00:00+02:00", "email", "ann@shop.example");

    assertThat(accepted(cells))
        .isEqualTo(
            new Unsubscribe(
                "s-1",
                Instant.parse("2024-03-30T10:00:00Z"),
                Instant.parse("2024-03-31T08:00:00Z"),
                "ann@shop.example",
                5,
                7));
  }

  @Test
  void whoHasNotComeBackIsUnsubscribed() {
    assertThat(accepted(Map.of()))
        .isEqualTo(new Unsubscribe("s-1", Instant.parse("2024-03-30T10:00:00Z"), null, null, 5, 7));
  }

  @Test
  void anUnsubscriptionMakesNoDayOfTheMarketplace() {
    assertThat(parse(Map.of()).epochDay()).isEqualTo(ParsedRow.NO_DAY);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seller_id       | ''                   | u.csv:7: seller_id: is missing; every row needs it
          unsubscribed_at | ''                   | u.csv:7: unsubscribed_at: is missing; every row needs it
          unsubscribed_at | yesterday            | u.csv:7: unsubscribed_at: "yesterday" is not an instant; write 2024-03-31T14:05:00Z
          resubscribed_at | 2024-03-30T09:59:59Z | u.csv:7: resubscribed_at: "2024-03-30T09:59:59Z" is before unsubscribed_at 2024-03-30T10:00:00Z; check which of them is right
          email           | ann                  | u.csv:7: email: is not an email address; write one address such as shop@seller.example
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.UNSUBSCRIBES.columns().all());
    columns.addAll(List.of("batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Unsubscribe.CONTRACT.fields().stream().map(Field::name).toList());
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(CELLS);
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.UNSUBSCRIBES, cells));
  }

  private Unsubscribe accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), Unsubscribe.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
