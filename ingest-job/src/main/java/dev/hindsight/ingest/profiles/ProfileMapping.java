package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.profiles.EventOrder.Happened;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.MappedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.RowWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes rows of a feed of one file's rows, as a profile says. A row of the file is taken with all
 * its events or rejected with all its problems. Safe for several threads.
 */
record ProfileMapping(
    CsvHeader header,
    SourceColumns source,
    List<Condition.Bound> when,
    BoundColumns shared,
    List<BoundEvent> events,
    EventOrder order)
    implements RowMapping {

  static boolean allHold(List<Condition.Bound> conditions, RowDraft draft) {
    for (Condition.Bound condition : conditions) {
      if (!condition.holds(draft)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public MappedRow map(CsvRow row) {
    RowDraft draft = RowDraft.of(row, header.fileName(), events.get(0).names().size());
    boolean isTaken = allHold(when, draft);
    // A footer, which is left out, may well have fewer cells than the header.
    Problem misfit = isTaken || draft.isFaulty() ? RowWidth.problem(row, header) : null;
    if (misfit != null) {
      return MappedRow.rejected(List.of(misfit));
    }
    List<FeedRow> rows = isTaken ? rows(draft) : List.of();
    return draft.isFaulty() ? MappedRow.rejected(draft.problems()) : new MappedRow(rows, List.of());
  }

  private List<FeedRow> rows(RowDraft draft) {
    shared.fill(draft);
    List<Happened> happened = new ArrayList<>(events.size());
    for (BoundEvent event : events) {
      if (event.holds(draft)) {
        RowDraft own = draft.copy();
        event.fill(own);
        happened.add(new Happened(event, own));
      }
    }
    order.check(happened);
    return happened.stream().map(one -> one.draft().toRow(one.event().names())).toList();
  }

  @Override
  public List<String> unusedColumns() {
    return source.unused();
  }
}
