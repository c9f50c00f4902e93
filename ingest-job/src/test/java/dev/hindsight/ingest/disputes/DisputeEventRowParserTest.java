package dev.hindsight.ingest.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRows;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.ParsedRows;
import dev.hindsight.ingest.rows.RowOrigin;
import java.math.BigDecimal;
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

class DisputeEventRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("d.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));
  private static final Map<String, String> OPENED =
      Map.of(
          "event_id", "e-1",
          "dispute_id", "d-1",
          "seller_id", "s-1",
          "event_type", "OPENED",
          "occurred_at", "2024-03-02T02:30:00Z",
          "cause", "DAMAGED");

  private final DisputeEventRowParser parser = new DisputeEventRowParser(ORIGIN);

  @Test
  void everyColumnIsRead() {
    Map<String, String> cells =
        Map.of(
            "event_type", "DECIDED",
            "transaction_id", "t-1",
            "actor", "MARKETPLACE",
            "amount", "9.99",
            "currency", "USD",
            "outcome", "PARTIAL",
            "category", "toys");

    assertThat(accepted(cells))
        .isEqualTo(
            new DisputeEvent(
                "e-1",
                "d-1",
                "s-1",
                EventType.DECIDED,
                Instant.parse("2024-03-02T02:30:00Z"),
                LocalDate.of(2024, 3, 2),
                "t-1",
                Actor.MARKETPLACE,
                "DAMAGED",
                new BigDecimal("9.9900"),
                "USD",
                Outcome.PARTIAL,
                "toys",
                5,
                7));
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.DISPUTE_EVENTS.columns().all());
    columns.addAll(List.of("occurred_date", "batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            DisputeEvent.CONTRACT.fields().stream().map(Field::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELLER_FAVOUR",
        "BUYER_FAVOUR",
        "PARTIAL",
        "MARKETPLACE_PAID",
        "ACCEPTED_BY_SELLER",
        "WITHDRAWN"
      })
  void decisionsHaveAnOutcome(String outcome) {
    assertThat(problems(Map.of("event_type", "DECIDED", "outcome", outcome))).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event_id   | ''      | d.csv:7: event_id: is missing; every row needs it
          cause      | ''      | d.csv:7: cause: is missing; every OPENED event needs it
          event_type | DECIDED | d.csv:7: outcome: is missing; every DECIDED event needs it
          outcome    | OPEN    | d.csv:7: outcome: "OPEN" is not known; write one of SELLER_FAVOUR, BUYER_FAVOUR, PARTIAL, MARKETPLACE_PAID, ACCEPTED_BY_SELLER, WITHDRAWN
          actor      | robot   | d.csv:7: actor: "robot" is not known; write one of BUYER, SELLER, MARKETPLACE, ISSUER
          amount     | 1.00    | d.csv:7: currency: is missing; an amount needs it
          currency   | EUR     | d.csv:7: amount: is missing; a currency needs it
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @Test
  void unknownEventTypeIsToldWithTheKnownOnes() {
    assertThat(problems(Map.of("event_type", "open")).get(0))
        .startsWith("d.csv:7: event_type: \"open\" is not known; write one of OPENED, REOPENED, ");
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(OPENED);
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.DISPUTE_EVENTS, cells));
  }

  private DisputeEvent accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), DisputeEvent.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
