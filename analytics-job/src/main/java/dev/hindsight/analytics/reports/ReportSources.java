package dev.hindsight.analytics.reports;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What seller reports are made from.
 *
 * @param expectation observed and expected per seller and cause
 * @param endings how the disputes opened in the window stand, by seller
 * @param disputes as of the date, all history
 * @param sellers latest row of each seller
 * @param taxonomy the known causes
 * @param findings the marts about findings
 * @param bounds rows of mart {@code program_bounds}
 */
public record ReportSources(
    Dataset<Row> scorecards,
    Dataset<Row> expectation,
    Dataset<Row> endings,
    Dataset<Row> disputes,
    Dataset<Row> sellers,
    Dataset<Row> taxonomy,
    FindingMarts findings,
    Dataset<Row> bounds) {

  /** The rows of the marts that say what is beyond the usual, and what to do. */
  public record FindingMarts(
      Dataset<Row> sellerCauses,
      Dataset<Row> drivers,
      Dataset<Row> recommendations,
      Dataset<Row> trends) {}
}
