package dev.hindsight.reports.rendering;

import dev.hindsight.reports.wording.ReportPage;
import dev.hindsight.reports.wording.ReportPage.Card;
import dev.hindsight.reports.wording.ReportPage.CaseRow;
import dev.hindsight.reports.wording.ReportPage.CauseBar;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.MonthColumn;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as plain text that stands on its own. It is laid out, not templated: its lines must be
 * measured.
 */
public final class TextReport {
  private final ReportPage page;
  private final TextLayout layout = new TextLayout();

  private TextReport(ReportPage page) {
    this.page = page;
  }

  public static String of(ReportPage page) {
    TextReport report = new TextReport(page);
    report.opening();
    report.firstThings();
    report.causes();
    report.months();
    report.endings();
    report.latestCases();
    report.limits();
    return report.layout.toString();
  }

  private void opening() {
    layout.paragraph(page.marketplaceName() + " " + page.product());
    layout.paragraph(page.sellerName() + ", " + page.period());
    layout.headline(page.opening().headline(), Locale.forLanguageTag(page.language()));
    for (String paragraph : page.opening().paragraphs()) {
      layout.blank();
      layout.paragraph(paragraph);
    }
  }

  private void firstThings() {
    ReportPage.FirstThings first = page.firstThings();
    if (first == null) {
      return;
    }
    layout.heading(first.title());
    for (int i = 0; i < first.cards().size(); i++) {
      if (i > 0) {
        layout.blank();
      }
      card(i + 1, first.cards().get(i));
    }
  }

  private void card(int number, Card card) {
    layout.item(" " + number + ". ", card.title());
    layout.item("    ", card.text());
    card.items().forEach(item -> layout.item("    - ", item));
    if (card.action() != null) {
      layout.item("    > ", card.action());
    }
  }

  private void causes() {
    ReportPage.Causes causes = page.causes();
    if (causes == null) {
      return;
    }
    layout.heading(causes.title());
    layout.paragraph(causes.text());
    layout.blank();
    causes.bars().forEach(this::cause);
    if (causes.more() != null) {
      layout.paragraph(causes.more());
    }
  }

  private void cause(CauseBar cause) {
    String notes = cause.notes().isEmpty() ? "" : ". " + String.join(". ", cause.notes());
    layout.item(" - ", cause.label() + ": " + cause.count() + notes);
  }

  private void months() {
    ReportPage.Months months = page.months();
    if (months == null) {
      return;
    }
    layout.heading(months.title());
    layout.paragraph(months.text());
    layout.blank();
    layout.item(
        " ", months.columns().stream().map(TextReport::month).collect(Collectors.joining(", ")));
  }

  private static String month(MonthColumn month) {
    return month.label() + " " + month.count();
  }

  private void endings() {
    ReportPage.Endings endings = page.endings();
    if (endings == null) {
      return;
    }
    layout.heading(endings.title());
    layout.paragraph(endings.text());
    layout.blank();
    endings.lines().forEach(this::ending);
  }

  private void ending(Line line) {
    String note = line.note() == null ? "" : " (" + line.note() + ")";
    layout.item(" - ", line.label() + ": " + line.value() + note);
  }

  private void latestCases() {
    ReportPage.Cases cases = page.latestCases();
    if (cases == null) {
      return;
    }
    layout.heading(cases.title());
    layout.paragraph(cases.text());
    layout.blank();
    cases.rows().forEach(this::latestCase);
    layout.blank();
    layout.paragraph(cases.objection());
  }

  private void latestCase(CaseRow row) {
    String facts =
        Stream.of(row.order(), row.opened(), row.amount(), row.state())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(", "));
    layout.item(" - ", facts);
    layout.item("   ", row.subject());
  }

  private void limits() {
    layout.heading(page.limits().title());
    page.limits().notes().forEach(note -> layout.item(" - ", note.term() + ": " + note.text()));
    layout.blank();
    layout.paragraph("--");
    page.footer().forEach(layout::paragraph);
  }
}
