package dev.hindsight.reports.cases;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.wording.CaseFileWords;
import dev.hindsight.reports.wording.Marketplace;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileTest {

  @Test
  void beginsWithAByteOrderMarkAndTheHeadings() {
    assertThat(text(Showcase.bad()))
        .startsWith(
            "\ufefffinding,order,dispute,cause,state,opened,first answer,ended,ordered,article,");
  }

  @Test
  void casesAreMarkedByFinding() throws IOException {
    List<CSVRecord> rows = rows(Showcase.bad(), ',');

    assertThat(rows.get(1).get(0)).isEqualTo("A");
    assertThat(rows.get(2).get(0)).isEmpty();
    assertThat(rows)
        .filteredOn(row -> row.get(1).equals("10-47630"))
        .extracting(row -> row.get(0))
        .containsExactly("B");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-GB | , | 62.00 | 2026-02-01 01:30
          de-DE | ; | 62,00 | 2026-02-01 01:30
          it-IT | ; | 62,00 | 2026-02-01 01:30
          es-MX | , | 62.00 | 2026-02-01 01:30
          de-CH | , | 62.00 | 2026-02-01 01:30
          """)
  void signsAreThoseOfTheSellersCountryWhateverItsLanguage(
      String locale, char separator, String amount, String opened) throws IOException {
    SellerReport report =
        aReport()
            .locale(locale)
            .cases(aCase("10-1", "DEFECTIVE", "2026-02-01T00:30:00Z", Outcome.OPEN))
            .build();

    CSVRecord row = rows(report, separator).get(1);

    assertThat(row.get(5)).isEqualTo(opened);
    assertThat(row.get(14)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20a",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1"
      })
  void textThatASpreadsheetWouldRunGetsAnApostrophe(String hostile) throws IOException {
    SellerReport report =
        aReport().cases(aCase(hostile, hostile, "2026-02-01T00:00:00Z", Outcome.OPEN)).build();

    CSVRecord row = rows(report, ',').get(1);

    assertThat(row.get(1)).startsWith("'").hasSameSizeAs("'" + hostile);
    assertThat(row.get(1).substring(1)).doesNotContain("\r", "\n", "\t", "\0");
  }

  @Test
  void aMinusInsideIsNothingToFear() {
    assertThat(SpreadsheetText.of("10-48213")).isEqualTo("10-48213");
    assertThat(SpreadsheetText.of("")).isEmpty();
    assertThat(SpreadsheetText.of("x".repeat(10_000))).hasSize(500);
  }

  @Test
  void aCutListSaysSo() throws IOException {
    CaseLine line = aCase("10-1", "DEFECTIVE", "2026-02-01T00:00:00Z", Outcome.OPEN);
    SellerReport report =
        aReport()
            .cases(IntStream.range(0, 5_000).mapToObj(i -> line).toArray(CaseLine[]::new))
            .caseCount(7_123)
            .build();

    List<CSVRecord> rows = rows(report, ',');

    assertThat(rows).hasSize(5_002);
    assertThat(rows.get(5_001).get(0))
        .isEqualTo("The newest 5,000 of 7,123 disputes; ask us for the others.");
  }

  private static List<CSVRecord> rows(SellerReport report, char separator) throws IOException {
    String text = text(report);
    assertThat(text).startsWith("\ufeff");
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  private static String text(SellerReport report) {
    byte[] bytes = CaseFile.of(report, CaseFileWords.of(report, Marketplace.named("Norte")));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
