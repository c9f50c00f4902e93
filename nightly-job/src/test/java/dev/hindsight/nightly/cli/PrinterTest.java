package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.sql.LakeDatabase;
import dev.hindsight.nightly.sql.QueryRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB answers, as each format prints it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrinterTest {
  private static final String EVERYTHING =
      """
      SELECT 's-1' AS seller_id, 12 AS dispute_count, 0.50::DECIMAL(18,4) AS refunded_amount,
        NULL::INTEGER AS missing_count, true AS is_flagged, DATE '2026-06-30' AS as_of_date,
        TIMESTAMPTZ '2026-06-30 01:00:00+02' AS opened_at, [1, NULL, 3] AS numbers,
        {'cause': 'LATE', 'shares': [0.5::DOUBLE]} AS nested
      """;

  private final LakeDatabase database;

  PrinterTest(@TempDir Path folder) throws IOException {
    database = LakeDatabase.open(new Lake(folder), null);
  }

  @BeforeAll
  void useOneThread() throws IOException {
    database.query("SET threads = 1", new TablePrinter(new PrintWriter(new StringWriter())));
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void aTableIsAlignedNumbersToTheRight() throws IOException {
    assertThat(
            table(
                """
                SELECT * FROM (VALUES ('s-1', 5, 1.5), ('seller-22', 1200, NULL), ('ö', NULL, -10.25))
                AS v (seller_id, dispute_count, win_rate)"""))
        .isEqualTo(
            """
            seller_id  dispute_count  win_rate
            ---------  -------------  --------
            s-1                    5      1.50
            seller-22           1200
            ö                           -10.25
            (3 rows)
            """);
  }

  @Test
  void aTableHasNoExponentsAndNamesInstantsInUtc() throws IOException {
    assertThat(
            table(
                """
                SELECT 0.00000001::DECIMAL(18,8) AS share, TIMESTAMPTZ '2026-06-30 01:00:00+02' AS opened_at,
                  [1, NULL] AS numbers, {'cause': 'LATE', 'n': 2} AS nested"""))
        .isEqualTo(
            """
                 share  opened_at          numbers  nested
            ----------  -----------------  -------  ---------
            0.00000001  2026-06-29T23:00Z  [1, ]    {LATE, 2}
            (1 row)
            """);
  }

  @Test
  void aCellIsOneLineInATable() throws IOException {
    assertThat(
            table(
                "SELECT 'a' || chr(10) || chr(9) || 'b' || chr(27) || '[31mc' || chr(155) || 'd' || chr(8232) || 'e' AS \"two\nlines\""))
        .isEqualTo(
            """
            two lines
            -------------
            a b [31mc d e
            (1 row)
            """);
  }

  @Test
  void anEmptyTableHasItsHeading() throws IOException {
    assertThat(table("SELECT 1 AS n WHERE false")).isEqualTo("n\n-\n(0 rows)\n");
  }

  @Test
  void aLongTableIsPrintedWhileItIsRead() throws IOException {
    StringWriter text = new StringWriter();
    QueryRows printer = new TablePrinter(new PrintWriter(text, false));
    printer.columns(List.of("n"));
    for (int row = 1; row <= 1_000; row++) {
      printer.row(List.of(row));
    }
    int printed = text.toString().length();

    assertThat(printed).isPositive();
    for (int row = 1_001; row <= 2_500; row++) {
      printer.row(List.of(row));
    }
    printer.end();
    assertThat(text.toString().lines())
        .hasSize(2_503)
        .startsWith("   n", "----", "   1")
        .endsWith("2500", "(2500 rows)");
  }

  @Test
  void aWiderCellFurtherDownPushesItsLine() throws IOException {
    assertThat(
            table(
                    "SELECT CASE WHEN range < 1500 THEN 'x' ELSE 'wider' END AS w, range AS n FROM range(1501)")
                .lines())
        .startsWith("w    n", "-  ---", "x    0")
        .endsWith("x  1499", "wider  1500", "(1501 rows)");
  }

  @Test
  void csvIsQuotedWhereItMustBe() throws IOException {
    assertThat(
            printed(
                CsvPrinter::new,
                """
                SELECT * FROM (VALUES ('a,b', 'say "yes"', 1.50), ('two' || chr(10) || 'lines', NULL, NULL))
                AS v (first_text, second_text, amount)"""))
        .isEqualTo(
            "first_text,second_text,amount\r\n\"a,b\",\"say \"\"yes\"\"\",1.50\r\n\"two\nlines\",,\r\n");
  }

  @Test
  void jsonKeepsTypesListsAndStructs() throws IOException {
    assertThat(printed(JsonPrinter::new, EVERYTHING))
        .isEqualTo(
            """
            [
            {"seller_id":"s-1","dispute_count":12,"refunded_amount":0.5000,"missing_count":null,"is_flagged":true,\
            "as_of_date":"2026-06-30","opened_at":"2026-06-29T23:00Z","numbers":[1,null,3],\
            "nested":{"cause":"LATE","shares":[0.5]}}
            ]
            """);
  }

  @Test
  void jsonHoldsListsOfStructsAndAbsentOnes() throws IOException {
    assertThat(
            printed(
                JsonPrinter::new,
                """
                SELECT * FROM (VALUES ([{'cause': 'LATE', 'day': DATE '2026-06-30'}, NULL]), (NULL), ([]))
                AS v (causes)"""))
        .isEqualTo(
            """
            [
            {"causes":[{"cause":"LATE","day":"2026-06-30"},null]},
            {"causes":null},
            {"causes":[]}
            ]
            """);
  }

  @Test
  void noRowsAreAnEmptyArray() throws IOException {
    assertThat(printed(JsonPrinter::new, "SELECT 1 AS n WHERE false").replaceAll("\\s", ""))
        .isEqualTo("[]");
  }

  private String table(String sql) throws IOException {
    return printed(TablePrinter::new, sql);
  }

  private String printed(Function<PrintWriter, QueryRows> format, String sql) throws IOException {
    StringWriter text = new StringWriter();
    database.query(sql, format.apply(new PrintWriter(text)));
    return text.toString();
  }
}
