package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.rows.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what became of a file's rows.
 *
 * @param <T> the rows' contract
 */
interface RowSink<T> {
  void accept(T row, @Nullable LocalDate date) throws IOException;

  /** Takes all problems of one row of the file. */
  void reject(List<Problem> problems) throws IOException;
}
