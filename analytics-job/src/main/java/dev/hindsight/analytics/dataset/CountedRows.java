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
   * Checks what other machines wrote; what this one wrote, it sees.
   *
   * @throws MissingRowsException when not all that was written is there to read
   */
  void requireAll(Dataset<Row> readBack) {
    if (!readBack.sparkSession().sparkContext().isLocal()) {
      requireCount(readBack.count());
    }
  }

  void requireCount(long shown) {
    if (shown != written()) {
      throw new MissingRowsException(
          "%s: %d rows were written, and the lake shows %d; mount it on this machine so that files of others are seen at once (NFS: lookupcache=none,noac)"
              .formatted(name, written(), shown));
    }
  }
}
