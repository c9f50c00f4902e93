package dev.hindsight.ingest.profiles;

/** A test of one of the source's columns. */
record Condition(String column, CellTest test) {

  /** The same for one file. */
  Bound bind(SourceColumns columns) {
    SourceName name = new SourceName(columns.shownName(column), columns.isPersonal(column));
    return new Bound(columns.cell(column), name, test);
  }

  /** A test of a cell of one file's rows. */
  record Bound(CellText cell, SourceName name, CellTest test) {
    boolean holds(RowDraft draft) {
      return test.holds(cell.of(draft.source()), draft, name);
    }
  }
}
