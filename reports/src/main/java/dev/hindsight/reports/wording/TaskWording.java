package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.ReportTask;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.wording.ReportPage.Note;
import dev.hindsight.reports.wording.ReportPage.Passage;
import dev.hindsight.reports.wording.ReportPage.Proof;
import dev.hindsight.reports.wording.ReportPage.Task;
import dev.hindsight.reports.wording.ReportPage.Tasks;
import dev.hindsight.reports.wording.ReportPage.Waiting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At most three things to do, what brings most first; and who waits for an answer. */
record TaskWording(SellerReport report, Voice voice) {
  private static final int MOST_TASKS = 3;

  @Nullable Tasks tasks() {
    List<Task> tasks = new ArrayList<>();
    for (ReportTask task : report.tasks()) {
      ReportFinding finding = Findings.of(report, task.cause());
      if (finding != null && tasks.size() < MOST_TASKS) {
        tasks.add(task(task, finding, isFirstOf(task)));
      }
    }
    return tasks.isEmpty()
        ? null
        : new Tasks(voice.say(tasks.size() == 1 ? "tasks.one" : "tasks.several"), tasks);
  }

  @Nullable Waiting waiting() {
    long count = report.waitingCount();
    if (count == 0) {
      return null;
    }
    List<String> items = new ArrayList<>();
    report.waiting().forEach(line -> items.add(waitingCase(line)));
    long unlisted = count - items.size();
    if (unlisted > 0 && !items.isEmpty()) {
      items.add(voice.say("waiting.more", unlisted));
    }
    return new Waiting(
        voice.say("waiting.title", count),
        voice.say("waiting.text", voice.marketplaceName()),
        items);
  }

  private String waitingCase(CaseLine line) {
    return voice.say(
        "waiting.case",
        CaseWording.numbered(line, voice),
        voice.cause(line.cause(), line.label()),
        voice.formats().day(line.openedAt()));
  }

  /** Two drivers of one finding have the same cases: they stand beside the first. */
  private boolean isFirstOf(ReportTask task) {
    return report.tasks().stream()
        .filter(other -> other.cause().equals(task.cause()))
        .allMatch(other -> other.recommendationRank() >= task.recommendationRank());
  }

  private Task task(ReportTask task, ReportFinding finding, boolean withCases) {
    String mark = Findings.mark(report, finding.cause());
    return new Task(
        mark,
        voice.say("tasks.badge", mark),
        title(task, finding),
        evidence(task, finding),
        voice.say("task.cannotSee"),
        voice.passage(task.action()),
        List.of(
            new Proof(voice.say("task.evidence"), voice.passage(task.evidence())),
            new Proof(
                voice.say("task.source"),
                new Passage(Voice.text(task.source()), sourceLanguage()))),
        gain(task),
        withCases ? new CaseWording(report, voice).casesOf(finding) : null);
  }

  private @Nullable String sourceLanguage() {
    return voice.locale().getLanguage().equals("en") ? null : "en";
  }

  private String title(ReportTask task, ReportFinding finding) {
    String label = voice.cause(finding.cause(), finding.label());
    return task.dimension() == null
        ? voice.say("task.plain", label)
        : voice.say("task." + task.dimension(), label, new ValueWording(voice).of(task));
  }

  /** How often, then what it has in common. */
  private List<String> evidence(ReportTask task, ReportFinding finding) {
    String found =
        voice.say(
            "task.finding",
            voice.say("orders.disputed", finding.observedCount()),
            voice.expected(finding.expectedCount()),
            voice.range(orZero(finding.usualLow()), orZero(finding.usualHigh())),
            voice.expected(finding.ratio()),
            voice.expected(finding.ratioLow()),
            voice.expected(finding.ratioHigh()));
    String before = voice.say("task.before", Voice.days(report), finding.previousObservedCount());
    String driver = driver(task);
    return List.of(
        found + " " + before,
        Boolean.TRUE.equals(task.isHighForOthers())
            ? driver + " " + voice.say("task.others")
            : driver);
  }

  private String driver(ReportTask task) {
    Long observed = task.driverObservedCount();
    Long lines = task.driverTransactionCount();
    Long otherObserved = task.otherObservedCount();
    Long otherLines = task.otherTransactionCount();
    if (observed == null) {
      return voice.say("task.even");
    }
    String expected = voice.expected(task.driverExpectedCount());
    return lines == null || otherLines == null || otherObserved == null
        ? voice.say("task.driverPlain", observed, expected)
        : voice.say(
            "task.driver",
            observed,
            voice.say("lines", lines),
            otherObserved,
            voice.say("lines", otherLines),
            expected);
  }

  private Note gain(ReportTask task) {
    String term = voice.say("task.gain", Voice.days(report));
    String count = voice.expected(task.avoidableCount());
    String low = voice.expected(Math.max(0, task.avoidableCountLow()));
    String high = voice.expected(task.avoidableCountHigh());
    BigDecimal amount = task.avoidableAmount();
    BigDecimal amountLow = task.avoidableAmountLow();
    BigDecimal amountHigh = task.avoidableAmountHigh();
    String text =
        amount == null || amountLow == null || amountHigh == null
            ? voice.say("task.gainCount", count, low, high)
            : voice.say(
                "task.gainBoth",
                count,
                low,
                high,
                voice.formats().roughMoney(amount, task.currency()),
                voice.formats().roughMoney(amountLow.max(BigDecimal.ZERO), task.currency()),
                voice.formats().roughMoney(amountHigh, task.currency()));
    return new Note(term, new Passage(text, null));
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
