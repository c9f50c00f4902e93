package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.wording.ReportPage.Limits;
import dev.hindsight.reports.wording.ReportPage.Note;
import java.util.ArrayList;
import java.util.List;

/** What the report rests on, what it leaves out, and how to object. */
record LimitWording(SellerReport report, Voice voice) {

  Limits limits() {
    List<Note> notes = new ArrayList<>();
    addComparison(notes);
    notes.add(note("state", voice.formats().date(report.asOfDate())));
    addClocks(notes);
    if (report.unmatchedCount() > 0) {
      notes.add(note("unmatched", report.unmatchedCount()));
    }
    notes.add(note("account"));
    notes.add(note("objection"));
    return new Limits(voice.say("limits.title"), notes);
  }

  private void addComparison(List<Note> notes) {
    Long peers = report.peerCount();
    if (peers == null || report.orderCount() == 0 || !Standing.isTelling(report.total())) {
      notes.add(new Note(voice.say("limits.peers.term"), voice.say("limits.noPeers.text")));
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
        voice.say("limits." + key + ".term"), voice.say("limits." + key + ".text", values));
  }
}
