package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvRow;
import java.util.List;

/** Makes rows of a feed of a file's rows; made for one file's header. Safe for several threads. */
public interface RowMapping {
  MappedRow map(CsvRow row);

  /** Columns of the file that no row's feed sees. */
  List<String> unusedColumns();
}
