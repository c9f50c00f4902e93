package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.cohort.Cohorts;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.expectation.Cells;
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
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The part of the night's analysis whose truth is measured, by the night's own classes: {@link
 * Analysis} without what needs no measuring, which takes most of its time. The week before is not
 * looked at: {@code is_confirmed} is never true.
 *
 * @param sellerCauses rows of the mart
 * @param drivers makes rows of the mart, only when asked: not everybody measures them
 * @param totals the scorecard's tests and ratings
 * @param expectation observed and expected of the window, for each cause and for any
 */
public record MeasuredFindings(
    Dataset<Row> sellerCauses,
    Supplier<Dataset<Row>> drivers,
    Dataset<Row> totals,
    Dataset<Row> expectation) {
  public static final int WINDOW_DAYS = 90;

  private static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneId.of("UTC"));

  /** Logs of which each row is the latest of its key. */
  public record Logs(Dataset<Row> transactions, Dataset<Row> events, String currency) {

    public static Logs of(IntermediateRows intermediate, MarketLogs logs) {
      SparkSession spark = intermediate.spark();
      return new Logs(
          intermediate.readBack(
              ContractRows.rows(spark, Transaction.CONTRACT, logs.transactions()), "transactions"),
          intermediate.readBack(
              ContractRows.rows(spark, DisputeEvent.CONTRACT, logs.events()), "events"),
          MarketLogs.CURRENCY);
    }
  }

  /** A session like the night's, for small markets. */
  public static SparkSession session() {
    return AnalysisSession.start(
        new SparkConf()
            .set("spark.master", "local[2]")
            .set("spark.sql.shuffle.partitions", "2")
            .set("spark.sql.adaptive.enabled", "false")
            .set("spark.sql.parquet.compression.codec", "uncompressed")
            // Spark keeps 100 compiled plans; a market has more, and the next one has the same.
            .set("spark.sql.codegen.cache.maxEntries", "5000")
            // The plans of a thousand queries, which nobody looks at, fill the heap after some
            // markets.
            .set("spark.sql.ui.retainedExecutions", "1")
            .set("spark.ui.retainedJobs", "10")
            .set("spark.ui.retainedStages", "10")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  /**
   * Of one window: the shrinkage is estimated from it alone. Neither flags nor ratings depend on
   * it, where there are enough pairs.
   */
  public static MeasuredFindings of(IntermediateRows intermediate, Logs logs, LocalDate asOf) {
    return of(intermediate, logs, List.of(cohort(logs, asOf)));
  }

  /** With the shrinkage that the night has, which looks at the window before, too. */
  public static MeasuredFindings withPrevious(
      IntermediateRows intermediate, Logs logs, LocalDate asOf) {
    Cohort cohort = cohort(logs, asOf);
    return of(intermediate, logs, List.of(cohort, cohort.previous()));
  }

  /**
   * @param cohorts the measured one, then others
   */
  private static MeasuredFindings of(
      IntermediateRows intermediate, Logs logs, List<Cohort> cohorts) {
    Dataset<Row> taxonomy = Taxonomy.bundled().rows(intermediate.spark());
    Cohorts compared = new Cohorts(cohorts);
    Dataset<Row> states =
        intermediate.readBack(
            new Disputes(compared.lastDates(), CALENDAR)
                .from(
                    logs.events,
                    logs.transactions,
                    ContractRows.rows(intermediate.spark(), Adjustment.CONTRACT, List.of()),
                    taxonomy),
            "disputes");
    Dataset<Row> sold = intermediate.readBack(compared.sold(logs.transactions), "sold");
    Dataset<Row> observed = intermediate.readBack(compared.observed(states), "observed");
    Cells cells =
        new Cells(intermediate.readBack(Cells.withAnyFulfilment(sold), "cells"), observed);
    Dataset<Row> expectation = intermediate.readBack(Expectation.from(cells), "expectation");
    Cohort cohort = cohorts.get(0);
    Dataset<Row> disputes =
        states.where(col(Dispute.AS_OF_DATE).equalTo(lit(cohort.window().lastDate())));
    Dataset<Row> causes =
        intermediate.readBack(
            new SellerCauses(cohort, new ReportingMoney(logs.currency), intermediate)
                .from(expectation, disputes, taxonomy),
            "seller_causes");
    return new MeasuredFindings(
        causes,
        () -> new Drivers(cohort, intermediate).from(causes, cells, logs.transactions, disputes),
        new SellerTotals(cohort, intermediate).from(expectation),
        Expectation.ofCohort(expectation, cohort));
  }

  private static Cohort cohort(Logs logs, LocalDate asOf) {
    return new Cohort(
        Window.endingOn(asOf, WINDOW_DAYS), CALENDAR, PriceBands.bundled(logs.currency));
  }
}
