package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportTask;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.reports.wording.ReportPage.Card;
import dev.hindsight.reports.wording.ReportPage.FirstThings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to do first: answer who waits, then look into the commonest cause. */
record FirstThingsWording(SellerReport report, Voice voice) {

  @Nullable FirstThings firstThings() {
    List<Card> cards = new ArrayList<>();
    if (report.waitingCount() > 0) {
      cards.add(answer());
    }
    report.tasks().forEach(task -> cards.add(lookInto(task)));
    return cards.isEmpty() ? null : new FirstThings(voice.say(titleKey()), cards);
  }

  /** Where nobody waits and nothing is unusual, advice is an offer. */
  private String titleKey() {
    boolean isCalm = report.waitingCount() == 0 && Standing.of(report) != Standing.ABOVE;
    return isCalm ? "first.titleCalm" : "first.title";
  }

  private Card answer() {
    long count = report.waitingCount();
    List<String> items =
        report.waiting().stream().map(this::waitingCase).collect(Collectors.toList());
    long unlisted = count - items.size();
    if (unlisted > 0 && !items.isEmpty()) {
      items.add(voice.say("first.answer.more", unlisted));
    }
    return new Card(
        voice.say("first.answer.title", count),
        voice.say("first.answer.text", count, voice.marketplaceName()),
        items,
        null);
  }

  private String waitingCase(CaseLine line) {
    return voice.say(
        "first.answer.case",
        CaseWording.numbered(line, voice),
        Voice.label(line.label()),
        voice.formats().day(line.openedAt()));
  }

  private Card lookInto(ReportTask task) {
    return new Card(
        voice.say("first.advice.title", Voice.label(task.cause())),
        "",
        List.of(),
        Voice.text(task.action()));
  }
}
