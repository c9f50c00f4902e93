package dev.hindsight.analytics.dataset;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Rows that are counted while they are written. Where other machines write them, the driver's file
 * system may show their files late: then the count tells that some are missing.
 *
 * @param name what the rows are called
 * @param rows to be written, once
 */
record CountedRows(String name, Dataset<Row> rows, Observation observation) {
  private static final String ROWS = "row_count";

  static CountedRows of(Dataset<Row> rows, String name) {
    Observation observation = new Observation(name);
    return new CountedRows(name, rows.observe(observation, count(lit(1)).as(ROWS)), observation);
  }

  /** How many were written; waits for the end of the writing. */
  long written() {
    try {
      return ((Number) Objects.requireNonNull(observation.getAsJava().get(ROWS))).longValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("Interrupted while %s was written".formatted(name)));
    }
  }

  /**
   * Checks that all is there to read.
   *
   * @throws MissingRowsException when it is not
   */
  void requireCount(long shown) {
    if (shown != written()) {
      throw new MissingRowsException(
          "%s: %d rows were written, and the lake shows %d; mount it on this machine so that files of others are seen at once (NFS: lookupcache=none,noac)"
              .formatted(name, written(), shown));
    }
  }
}
