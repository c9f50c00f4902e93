package dev.hindsight.ingest.sellers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRows;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.ParsedRows;
import dev.hindsight.ingest.rows.RowOrigin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SellerRowParserTest {
  private static final RowOrigin ORIGIN =
      new RowOrigin("s.csv", 5, DateRange.until(LocalDate.of(2024, 4, 1)));

  private final SellerRowParser parser = new SellerRowParser(ORIGIN);

  @Test
  void everyColumnIsRead() {
    Map<String, String> cells =
        Map.of(
            "name", "Loja",
            "email", "loja@shop.example",
            "locale", "pt-BR",
            "time_zone", "America/Sao_Paulo",
            "reports", "Monthly",
            "valid_from", "2024-05-01");

    assertThat(accepted(cells))
        .isEqualTo(
            new Seller(
                "s-1",
                "Loja",
                "loja@shop.example",
                "pt-BR",
                "America/Sao_Paulo",
                ReportFrequency.MONTHLY,
                LocalDate.of(2024, 5, 1),
                5,
                7));
  }

  @Test
  void sellerWithoutPreferencesGetsWeeklyReports() {
    assertThat(accepted(Map.of()))
        .isEqualTo(new Seller("s-1", null, null, null, null, ReportFrequency.WEEKLY, null, 5, 7));
  }

  @Test
  void columnsAreTheContractsButThoseThatTheIngestAdds() {
    List<String> columns = new ArrayList<>(Feed.SELLERS.columns().all());
    columns.addAll(List.of("batch_number", "line_number"));

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Seller.CONTRACT.fields().stream().map(Field::name).toList());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seller_id  | ''     | s.csv:7: seller_id: is missing; every row needs it
          reports    | daily  | s.csv:7: reports: "daily" is not known; write one of weekly, monthly, off
          locale     | pt_BR  | s.csv:7: locale: "pt_BR" is not a language tag; write one such as pt-BR
          time_zone  | Mars   | s.csv:7: time_zone: "Mars" is not a time zone; write an IANA name such as America/Sao_Paulo
          valid_from | 1.5.24 | s.csv:7: valid_from: "1.5.24" is not a date; write 2024-03-31
          valid_from | 9999-12-31 | s.csv:7: valid_from: "9999-12-31" is out of range; write a date from 1990-01-01 to 2034-04-01
          """)
  void wrongCellIsAProblem(String column, String value, String problem) {
    assertThat(problems(Map.of(column, value))).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "ann@shop",
        "@shop.example",
        "ann@shop.example, bob@shop.example",
        "Ann <ann@shop.example>",
        "ann@shop.example\nBcc: bob@shop.example",
        "ann@@shop.example",
        "ann@shop..example",
        "ann@shop.example."
      })
  void whatIsNotOneAddressIsAProblem(String email) {
    assertThat(problems(Map.of("email", email)))
        .containsExactly(
            "s.csv:7: email: is not an email address; write one address such as shop@seller.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o'neill+x@mail.shop.example", "\u00fcser@b\u00fccher.example"})
  void unusualAddressesAreTaken(String email) {
    assertThat(problems(Map.of("email", email))).isEmpty();
  }

  private ParsedRow parse(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(Map.of("seller_id", "s-1"));
    cells.putAll(changes);
    return parser.parse(FeedRows.of(Feed.SELLERS, cells));
  }

  private Seller accepted(Map<String, String> changes) {
    return ParsedRows.written(parse(changes), Seller.CONTRACT);
  }

  private List<String> problems(Map<String, String> changes) {
    return ParsedRows.problems(parse(changes));
  }
}
