package dev.hindsight.ingest.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Adjustment;
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

class AdjustmentRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("a.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));
  private static final Map<String, String> CELLS =
      Map.of("dispute_id", "d-1", "reason", "CARRIER_STRIKE", "decided_at", "2024-03-31T14:05:00Z");

  private final AdjustmentRowParser parser = new AdjustmentRowParser(ORIGIN);

  @Test
  void everyColumnIsRead() {
    assertThat(accepted(Map.of()))
        .isEqualTo(
            new Adjustment("d-1", "CARRIER_STRIKE", Instant.parse("2024-03-31T14:05:00Z"), 5, 7));
  }

  @Test
  void aFewWordsAreAReason() {
    assertThat(accepted(Map.of("reason", "buyer’s own mistake, seen twice")).reason())
        .isEqualTo("buyer’s own mistake, seen twice");
  }

  @Test
  void anAdjustmentMakesNoDayOfTheMarketplace() {
    assertThat(parse(Map.of()).epochDay()).isEqualTo(ParsedRow.NO_DAY);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dispute_id | ''                   | a.csv:7: dispute_id: is missing; every row needs it
          reason     | ''                   | a.csv:7: reason: is missing; every row needs it
          reason     | ann@shop.example     | a.csv:7: reason: is not a label; write a code or a few words, at most 80 characters, and no address
          decided_at | ''                   | a.csv:7: decided_at: is missing; every row needs it
          decided_at | 2024-03-31           | a.csv:7: decided_at: "2024-03-31" has no offset from UTC; write 2024-03-31T14:05:00Z or 2024-03-31T14:05:00+02:00
          decided_at | 2024-04-02T00:00:00Z | a.csv:7: decided_at: "2024-04-02T00:00:00Z" is out of range; write a date from 1990-01-01 to 2024-04-01
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @Test
  void aLetterIsNoReason() {
    assertThat(problems(Map.of("reason", "x".repeat(80)))).isEmpty();
    assertThat(problems(Map.of("reason", "x".repeat(81)))).hasSize(1);
    assertThat(problems(Map.of("reason", "first line\nsecond line"))).hasSize(1);
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.ADJUSTMENTS.columns().all());
    columns.addAll(List.of("batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Adjustment.CONTRACT.fields().stream().map(Field::name).toList());
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(CELLS);
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.ADJUSTMENTS, cells));
  }

  private Adjustment accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), Adjustment.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
