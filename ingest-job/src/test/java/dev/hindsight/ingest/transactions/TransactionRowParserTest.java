package dev.hindsight.ingest.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
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

class TransactionRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("t.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));
  private static final Map<String, String> REQUIRED =
      Map.of(
          "transaction_id", "t-1",
          "order_id", "o-1",
          "seller_id", "s-1",
          "category", "toys",
          "amount", "12.50",
          "currency", "EUR",
          "ordered_at", "2024-03-01T23:30:00-03:00");

  private final TransactionRowParser parser = new TransactionRowParser(ORIGIN);

  @Test
  void requiredCellsAreEnough() {
    assertThat(accepted(Map.of()))
        .isEqualTo(
            new Transaction(
                "t-1",
                "o-1",
                "s-1",
                "toys",
                new BigDecimal("12.5000"),
                "EUR",
                Instant.parse("2024-03-02T02:30:00Z"),
                LocalDate.of(2024, 3, 2),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                5,
                7));
  }

  @Test
  void everyColumnIsRead() {
    Map<String, String> cells = new HashMap<>();
    cells.put("buyer_id", "b-1");
    cells.put("sku", "k-1");
    cells.put("quantity", "3");
    cells.put("promised_by", "2024-06-01T00:00:00Z");
    cells.put("shipped_at", "2024-03-03T00:00:00Z");
    cells.put("delivered_at", "2024-03-05T00:00:00Z");
    cells.put("carrier", "dhl");
    cells.put("service_level", "express");
    cells.put("ship_region", "DE-BE");
    cells.put("fulfilled_by", "MARKETPLACE");

    Transaction transaction = accepted(cells);

    assertThat(transaction)
        .extracting(
            Transaction::buyerId,
            Transaction::sku,
            Transaction::quantity,
            Transaction::promisedBy,
            Transaction::shippedAt,
            Transaction::deliveredAt,
            Transaction::carrier,
            Transaction::serviceLevel,
            Transaction::shipRegion,
            Transaction::fulfilledBy)
        .containsExactly(
            "b-1",
            "k-1",
            3,
            Instant.parse("2024-06-01T00:00:00Z"),
            Instant.parse("2024-03-03T00:00:00Z"),
            Instant.parse("2024-03-05T00:00:00Z"),
            "dhl",
            "express",
            "DE-BE",
            FulfilledBy.MARKETPLACE);
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.TRANSACTIONS.columns().all());
    columns.addAll(List.of("ordered_date", "batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Transaction.CONTRACT.fields().stream().map(Field::name).toList());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seller_id    | ''     | t.csv:7: seller_id: is missing; every row needs it
          amount       | 12,50  | t.csv:7: amount: "12,50" is not a decimal number; write 1234.50
          amount       | -1     | t.csv:7: amount: "-1" is negative; write amounts without a sign
          amount       | 1.001  | t.csv:7: amount: "1.001" has too many decimals; write at most 2
          amount       | 123456789012345 | t.csv:7: amount: "123456789012345" is too large; write at most 14 digits before the point
          currency     | EURO   | t.csv:7: currency: "EURO" is not a currency; write an ISO-4217 code such as EUR
          currency     | XAU    | t.csv:7: currency: "XAU" is not a currency; write an ISO-4217 code such as EUR
          ordered_at   | today  | t.csv:7: ordered_at: "today" is not an instant; write 2024-03-31T14:05:00Z
          ordered_at   | 2024-03-01T10:00:00 | t.csv:7: ordered_at: "2024-03-01T10:00:00" has no offset from UTC; write 2024-03-31T14:05:00Z or 2024-03-31T14:05:00+02:00
          ordered_at   | 1989-12-31T23:59:59Z | t.csv:7: ordered_at: "1989-12-31T23:59:59Z" is out of range; write a date from 1990-01-01 to 2024-04-01
          ordered_at   | 2024-04-02T00:00:00Z | t.csv:7: ordered_at: "2024-04-02T00:00:00Z" is out of range; write a date from 1990-01-01 to 2024-04-01
          ordered_at   | +999999999-12-31T23:59:59-18:00 | t.csv:7: ordered_at: "+999999999-12-31T23:59:59-18:00" is out of range; write a date from 1990-01-01 to 2024-04-01
          promised_by  | 2034-04-02T00:00:00Z | t.csv:7: promised_by: "2034-04-02T00:00:00Z" is out of range; write a date from 1990-01-01 to 2034-04-01
          delivered_at | 2024-03-02T02:29:59Z | t.csv:7: delivered_at: "2024-03-02T02:29:59Z" is before ordered_at 2024-03-02T02:30:00Z; check which of them is right
          quantity     | 1.5    | t.csv:7: quantity: "1.5" is not a whole number; write 3
          quantity     | 0      | t.csv:7: quantity: "0" is not positive; write 1 or more
          quantity     | 9999999999 | t.csv:7: quantity: "9999999999" is not a whole number; write 3
          fulfilled_by | Seller | t.csv:7: fulfilled_by: "Seller" is not known; write one of SELLER, MARKETPLACE
          buyer_id     | a@b.example | t.csv:7: buyer_id: looks like an email address; write a pseudonymous id
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"1.00, EUR", "0, EUR", "100, JPY", "1.234, KWD", "99999999999999.99, USD"})
  void amountsHaveAsManyDecimalsAsTheirCurrency(String amount, String currency) {
    assertThat(accepted(Map.of("amount", amount, "currency", currency)).amount())
        .isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1990-01-01T00:00:00Z", "2024-04-01T23:59:59Z", "2024-04-02T01:59:59+02:00"})
  void datesMayBeFrom1990UntilTomorrow(String orderedAt) {
    assertThat(accepted(Map.of("ordered_at", orderedAt)).orderedAt())
        .isEqualTo(java.time.OffsetDateTime.parse(orderedAt).toInstant());
  }

  @Test
  void allProblemsOfARowAreTold() {
    assertThat(problems(Map.of("order_id", " ", "amount", "x", "currency", "?", "quantity", "-1")))
        .containsExactlyInAnyOrder(
            "t.csv:7: order_id: is missing; every row needs it",
            "t.csv:7: currency: \"?\" is not a currency; write an ISO-4217 code such as EUR",
            "t.csv:7: amount: \"x\" is not a decimal number; write 1234.50",
            "t.csv:7: quantity: \"-1\" is not positive; write 1 or more");
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(REQUIRED);
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.TRANSACTIONS, cells));
  }

  private Transaction accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), Transaction.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
