package dev.hindsight.ingest.profiles;

/** A criterion, and which of the source's columns it is for. */
record Condition(String column, Criterion criterion) {

  /** The same for one file. */
  Bound bind(SourceColumns columns) {
    SourceName name = new SourceName(columns.shownName(column), columns.isPersonal(column));
    return new Bound(columns.cell(column), name, criterion);
  }

  /** The criterion for a cell of one file's rows. */
  record Bound(CellText cell, SourceName name, Criterion criterion) {
    boolean holds(RowDraft draft) {
      return criterion.holds(cell.of(draft.source()), draft, name);
    }
  }
}
