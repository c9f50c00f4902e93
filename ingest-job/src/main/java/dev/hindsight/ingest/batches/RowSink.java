package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import java.io.IOException;
import java.util.List;

/** Takes what became of a file's rows. */
interface RowSink {
  /** Takes a row without problems. */
  void accept(ParsedRow row) throws IOException;

  /** Takes all problems of one row of the file. */
  void reject(List<Problem> problems) throws IOException;
}
