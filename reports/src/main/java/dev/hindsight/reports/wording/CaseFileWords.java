package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words and signs of a seller's file of cases. The words are of the report's language, the
 * signs of the seller's country: a spreadsheet goes by the latter, also where reports do not speak
 * its language.
 */
public final class CaseFileWords {
  private static final List<String> HEADINGS =
      List.of(
          "finding",
          "order",
          "dispute",
          "cause",
          "state",
          "opened",
          "answered",
          "ended",
          "ordered",
          "article",
          "category",
          "carrier",
          "service",
          "region",
          "disputed",
          "refunded",
          "currency",
          "counted");

  private static final int SHORTEST_SCALE = 2;

  private final SellerReport report;
  private final Voice voice;
  private final CaseWording cases;
  private final char decimalSign;
  private final Map<String, String> marks = new HashMap<>();
  private final DateTimeFormatter instants;

  private CaseFileWords(SellerReport report, Voice voice, Locale country) {
    this.report = report;
    this.voice = voice;
    cases = new CaseWording(report, voice);
    decimalSign = DecimalFormatSymbols.getInstance(country).getDecimalSeparator();
    instants =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(voice.formats().zone());
    for (ReportFinding finding : report.findings()) {
      marks.put(finding.cause(), Findings.mark(report, finding.cause()));
    }
  }

  public static CaseFileWords of(SellerReport report, Marketplace marketplace) {
    Voice voice = Voice.to(report, marketplace);
    Locale own = Voice.localeOf(report.locale());
    return new CaseFileWords(report, voice, own == null ? voice.locale() : own);
  }

  /** A semicolon where the decimal sign is a comma. */
  public char separator() {
    return decimalSign == ',' ? ';' : ',';
  }

  public List<String> headings() {
    return HEADINGS.stream().map(heading -> voice.say("csv." + heading)).toList();
  }

  /** The letter of the finding that counts the case; absent where none does. */
  public @Nullable String finding(CaseLine line) {
    return line.isCompared() ? marks.get(line.cause()) : null;
  }

  public String cause(CaseLine line) {
    return voice.cause(line.cause(), line.label());
  }

  public String state(CaseLine line) {
    return cases.state(line);
  }

  public String counted(CaseLine line) {
    return voice.say(line.isCompared() ? "csv.yes" : "csv.no");
  }

  /** In the seller's time zone, as every spreadsheet reads it. */
  public @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : instants.format(instant);
  }

  /** A number that the country's spreadsheets take for one: without separators of thousands. */
  public String decimal(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    BigDecimal scaled = plain.scale() < SHORTEST_SCALE ? plain.setScale(SHORTEST_SCALE) : plain;
    return scaled.toPlainString().replace('.', decimalSign);
  }

  /** What the last line says where not all cases are listed. */
  public String cut() {
    return voice.say("csv.cut", report.cases().size(), report.caseCount());
  }
}
