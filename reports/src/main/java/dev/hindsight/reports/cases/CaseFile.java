package dev.hindsight.reports.cases;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.wording.CaseFileWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * {@code cases.csv}: the cases of a report as a spreadsheet of the seller's country opens them,
 * with a byte order mark, the country's separator and decimal sign.
 */
public final class CaseFile {
  public static final String NAME = "cases.csv";

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final CaseFileWords words;

  private CaseFile(CaseFileWords words) {
    this.words = words;
  }

  /** The file's bytes. */
  public static byte[] of(SellerReport report, CaseFileWords words) {
    return new CaseFile(words).bytes(report);
  }

  private byte[] bytes(SellerReport report) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(words.separator())
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(words.headings());
      for (CaseLine line : report.cases()) {
        printer.printRecord(cells(line));
      }
      if (report.caseCount() > report.cases().size()) {
        printer.printRecord(words.cut());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> cells(CaseLine line) {
    Stream<@Nullable String> texts =
        Stream.of(
            words.finding(line),
            line.orderId(),
            line.disputeId(),
            words.cause(line),
            words.state(line),
            words.instant(line.openedAt()),
            words.instant(line.firstReplyAt()),
            words.instant(line.resolvedAt()),
            words.instant(line.orderedAt()),
            line.sku(),
            line.category(),
            line.carrier(),
            line.serviceLevel(),
            line.shipRegion());
    Stream<String> amounts =
        Stream.of(amount(line.disputedAmount()), amount(line.refundedAmount()));
    Stream<@Nullable String> rest = Stream.of(line.currency(), words.counted(line));
    return Stream.of(texts.map(CaseFile::cell), amounts, rest.map(CaseFile::cell))
        .flatMap(part -> part)
        .toList();
  }

  private static String cell(@Nullable String text) {
    return text == null ? "" : SpreadsheetText.of(text);
  }

  /** A number, never a text: a minus in front of one is none of a formula. */
  private String amount(@Nullable BigDecimal amount) {
    return amount == null ? "" : words.decimal(amount);
  }
}
