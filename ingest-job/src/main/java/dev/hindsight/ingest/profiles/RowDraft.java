package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.Printable;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the feed in the making, and all that is wrong with the source's row. */
final class RowDraft {
  private final CsvRow source;
  private final SourceLocation at;
  private final List<Problem> problems;
  private final @Nullable String[] cells;
  private final BitSet wrongPlaces = new BitSet();
  private int notedCount;

  private RowDraft(
      CsvRow source, SourceLocation at, List<Problem> problems, @Nullable String[] cells) {
    this.source = source;
    this.at = at;
    this.problems = problems;
    this.cells = cells;
  }

  static RowDraft of(CsvRow source, String fileName, int width) {
    SourceLocation at = new SourceLocation(fileName, source.line());
    return new RowDraft(source, at, new ArrayList<>(0), new String[width]);
  }

  /** Another row of the same source's row, with what both have in common. */
  RowDraft copy() {
    RowDraft copy = new RowDraft(source, at, problems, Arrays.copyOf(cells, cells.length));
    copy.wrongPlaces.or(wrongPlaces);
    return copy;
  }

  CsvRow source() {
    return source;
  }

  @Nullable String cell(int place) {
    return cells[place];
  }

  void put(int place, @Nullable String text) {
    cells[place] = text;
  }

  /** Fills a place with what a column has; it is wrong when that meets a problem. */
  void fill(int place, BoundColumn column) {
    int notedBefore = notedCount;
    cells[place] = column.value(this);
    wrongPlaces.set(place, notedCount > notedBefore);
  }

  /** Whether a place has no value, and nothing is known to be wrong with it. */
  boolean lacks(int place) {
    return cells[place] == null && !wrongPlaces.get(place);
  }

  /** Notes a problem; one that the row's events share is noted once. */
  void add(SourceName name, Reason reason, @Nullable String text, String detail) {
    String shown = text == null || name.isPersonal() ? null : Printable.shown(text);
    Problem problem = new Problem(at, name.name(), reason, shown, detail);
    notedCount++;
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  void addMissing(SourceName name, String why) {
    add(name, Reason.MISSING_VALUE, null, why);
  }

  boolean isFaulty() {
    return !problems.isEmpty();
  }

  List<Problem> problems() {
    return problems;
  }

  FeedRow toRow(List<SourceName> names) {
    return FeedRow.inOrder(
        new CsvRow(source.line(), cells), names.stream().map(SourceName::name).toList());
  }
}
