package dev.hindsight.reports.rendering;

import dev.hindsight.reports.wording.ReportPage;
import dev.hindsight.reports.wording.ReportPage.CaseRow;
import dev.hindsight.reports.wording.ReportPage.Cases;
import dev.hindsight.reports.wording.ReportPage.CauseBar;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.MonthColumn;
import dev.hindsight.reports.wording.ReportPage.News;
import dev.hindsight.reports.wording.ReportPage.Table;
import dev.hindsight.reports.wording.ReportPage.Task;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    report.tasks();
    report.waiting();
    report.causes();
    report.months();
    report.table(page.endings());
    report.table(page.bounds());
    if (page.latestCases() != null) {
      report.layout.heading(Objects.requireNonNullElse(page.latestCases().title(), ""));
      report.cases(page.latestCases());
    }
    report.limits();
    return report.layout.toString();
  }

  private void opening() {
    layout.paragraph(page.marketplaceName() + " " + page.product());
    layout.paragraph(page.sellerName() + ", " + page.period());
    layout.headline(page.opening().headline(), Locale.forLanguageTag(page.language()));
    if (page.opening().direction() != null) {
      layout.paragraph(page.opening().direction());
    }
    for (News news : page.opening().news()) {
      layout.blank();
      layout.item("* ", news.text());
    }
    for (String paragraph : page.opening().paragraphs()) {
      layout.blank();
      layout.paragraph(paragraph);
    }
  }

  private void tasks() {
    ReportPage.Tasks tasks = page.tasks();
    if (tasks == null) {
      return;
    }
    layout.heading(tasks.title());
    for (int i = 0; i < tasks.tasks().size(); i++) {
      if (i > 0) {
        layout.blank();
      }
      task(i + 1, tasks.tasks().get(i));
    }
  }

  private void task(int number, Task task) {
    layout.item(" " + number + ". ", task.badge() + ": " + task.title());
    task.evidence().forEach(paragraph -> layout.item("    ", paragraph));
    layout.item("    ", task.lead());
    layout.item("    > ", task.action().text());
    layout.item("    ", task.gain().term() + ": " + task.gain().text().text() + ".");
    task.proofs().forEach(proof -> layout.item("    ", proof.term() + ": " + proof.text().text()));
    if (task.cases() != null) {
      layout.blank();
      cases(task.cases());
    }
  }

  private void waiting() {
    ReportPage.Waiting waiting = page.waiting();
    if (waiting == null) {
      return;
    }
    layout.heading(waiting.title());
    layout.paragraph(waiting.text());
    layout.blank();
    waiting.items().forEach(item -> layout.item(" - ", item));
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

  private void table(@Nullable Table table) {
    if (table == null) {
      return;
    }
    layout.heading(table.title());
    layout.paragraph(table.text());
    layout.blank();
    table.lines().forEach(this::line);
  }

  private void line(Line line) {
    String notes = line.notes().isEmpty() ? "" : ". " + String.join(". ", line.notes());
    layout.item(" - ", line.label() + ": " + line.value() + notes);
  }

  private void cases(Cases cases) {
    layout.paragraph(cases.text());
    layout.blank();
    cases.rows().forEach(this::latestCase);
    if (cases.objection() != null) {
      layout.blank();
      layout.paragraph(cases.objection());
    }
  }

  private void latestCase(CaseRow row) {
    String facts =
        Stream.of(row.order(), row.opened(), row.amount(), row.state())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(", "));
    layout.item(" - ", facts);
    layout.item("   ", row.subject());
    if (row.link() != null) {
      layout.item("   ", row.link());
    }
  }

  private void limits() {
    layout.heading(page.limits().title());
    page.limits()
        .notes()
        .forEach(note -> layout.item(" - ", note.term() + ": " + note.text().text()));
    layout.blank();
    layout.paragraph("--");
    page.footer().forEach(layout::paragraph);
  }
}
