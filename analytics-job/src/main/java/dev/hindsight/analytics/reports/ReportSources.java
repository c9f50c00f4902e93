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
 */
public record ReportSources(
    Dataset<Row> scorecards,
    Dataset<Row> expectation,
    Dataset<Row> endings,
    Dataset<Row> disputes,
    Dataset<Row> sellers,
    Dataset<Row> taxonomy) {}
