package dev.hindsight.analytics;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.truth.market.MarketLogs;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The part of the night's analysis whose truth is measured, by the night's own classes: {@link
 * Analysis} without what needs no measuring, which takes most of its time. The window before and
 * the week before are not looked at: {@code is_confirmed} is never true, and the shrinkage is
 * estimated from one window. Neither flags nor ratings depend on them.
 *
 * @param sellerCauses rows of the mart
 * @param drivers rows of the mart
 * @param totals the scorecard's tests and ratings
 */
public record MeasuredFindings(
    Dataset<Row> sellerCauses, Dataset<Row> drivers, Dataset<Row> totals) {
  public static final int WINDOW_DAYS = 90;

  private static final String CURRENCY = "EUR";
  private static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneId.of("UTC"));

  /** A session like the night's, for small markets. */
  public static SparkSession session() {
    return AnalysisSession.start(
        new SparkConf()
            .set("spark.master", "local[2]")
            .set("spark.sql.shuffle.partitions", "2")
            .set("spark.sql.parquet.compression.codec", "uncompressed")
            // Spark keeps 100 compiled plans; a market has more, and the next one has the same.
            .set("spark.sql.codegen.cache.maxEntries", "5000")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  /**
   * Of logs of which each row is the latest of its key.
   *
   * @param folder for what is computed
   */
  public static MeasuredFindings of(
      SparkSession spark, Path folder, MarketLogs logs, LocalDate asOf) {
    IntermediateRows intermediate = new IntermediateRows(spark, folder);
    Dataset<Row> transactions =
        intermediate.readBack(
            ContractRows.rows(spark, Transaction.CONTRACT, logs.transactions()), "transactions");
    Dataset<Row> events =
        intermediate.readBack(
            ContractRows.rows(spark, DisputeEvent.CONTRACT, logs.events()), "events");
    Dataset<Row> taxonomy = Taxonomy.bundled().rows(spark);
    Cohort cohort =
        new Cohort(Window.endingOn(asOf, WINDOW_DAYS), CALENDAR, PriceBands.bundled(CURRENCY));
    Dataset<Row> disputes =
        intermediate.readBack(
            new Disputes(asOf, CALENDAR)
                .from(
                    events,
                    transactions,
                    ContractRows.rows(spark, Adjustment.CONTRACT, List.of()),
                    taxonomy),
            "disputes");
    Dataset<Row> sold = intermediate.readBack(cohort.sold(transactions), "sold");
    Dataset<Row> observed = intermediate.readBack(cohort.observed(disputes), "observed");
    Dataset<Row> cells = intermediate.readBack(Expectation.cells(sold, observed), "cells");
    Dataset<Row> expectation = intermediate.readBack(Expectation.from(cells), "expectation");
    Dataset<Row> causes =
        intermediate.readBack(
            new SellerCauses(cohort, new ReportingMoney(CURRENCY), intermediate)
                .from(expectation, disputes, taxonomy),
            "seller_causes");
    return new MeasuredFindings(
        causes,
        new Drivers(cohort, intermediate).from(causes, cells, transactions, disputes),
        new SellerTotals(cohort, intermediate).from(expectation));
  }
}
