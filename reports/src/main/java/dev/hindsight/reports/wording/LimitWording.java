package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.wording.ReportPage.Limits;
import dev.hindsight.reports.wording.ReportPage.Note;
import dev.hindsight.reports.wording.ReportPage.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the report rests on, what it leaves out, and how to object. */
record LimitWording(SellerReport report, Voice voice) {
  private static final long FEW_BUYERS = 4;

  Limits limits() {
    List<Note> notes = new ArrayList<>();
    addComparison(notes);
    notes.add(note("state", voice.formats().date(report.asOfDate())));
    addClocks(notes);
    if (report.unmatchedCount() > 0) {
      notes.add(note("unmatched", report.unmatchedCount()));
    }
    addFewBuyers(notes);
    notes.add(account());
    notes.add(note("objection"));
    return new Limits(voice.say("limits.title"), notes);
  }

  private void addComparison(List<Note> notes) {
    Long peers = report.peerCount();
    if (peers == null || report.orderCount() == 0 || !Standing.isTelling(report.total())) {
      notes.add(new Note(voice.say("limits.peers.term"), own(voice.say("limits.noPeers.text"))));
    } else {
      notes.add(note("peers", peers));
      notes.add(note("ranges"));
    }
  }

  private void addClocks(List<Note> notes) {
    long placed = report.total().observedCount();
    long opened = report.endings().openedCount();
    if (placed != opened && report.orderCount() > 0) {
      notes.add(note("clocks", Voice.days(report), placed, opened));
    }
  }

  private Note note(String key, Object... values) {
    return new Note(
        voice.say("limits." + key + ".term"), own(voice.say("limits." + key + ".text", values)));
  }

  /** Findings without advice, for what one or a few customers say may be their doing. */
  private void addFewBuyers(List<Note> notes) {
    for (ReportFinding finding : report.findings()) {
      Long buyers = finding.buyerCount();
      boolean isAdvised =
          report.tasks().stream().anyMatch(task -> task.cause().equals(finding.cause()));
      if (!isAdvised && buyers != null && buyers < FEW_BUYERS) {
        String label = voice.cause(finding.cause(), finding.label());
        notes.add(note("fewBuyers", label, finding.observedCount(), buyers));
      }
    }
  }

  /** In the marketplace's own words where it has some. */
  private Note account() {
    String words = voice.marketplace().accountNote();
    if (words == null) {
      return note("account");
    }
    Locale of = voice.marketplace().locale();
    boolean isOwn = of.getLanguage().equals(voice.locale().getLanguage());
    return new Note(
        voice.say("limits.account.term"),
        new Passage(Voice.text(words), isOwn ? null : of.toLanguageTag()));
  }

  private static Passage own(String text) {
    return new Passage(text, null);
  }
}
