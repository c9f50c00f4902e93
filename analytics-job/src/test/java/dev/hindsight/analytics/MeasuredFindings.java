package dev.hindsight.analytics;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.SparkManifests;
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
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The part of the night's analysis whose truth is measured, by the night's own classes: {@link
 * Analysis} without what needs no measuring, which takes most of its time. {@code is_confirmed} is
 * never true, for the week before is not looked at.
 *
 * @param sellerCauses rows of the mart
 * @param drivers rows of the mart
 * @param totals the scorecard's tests and ratings
 * @param expectation observed and expected of the window, for each cause and for any
 */
public record MeasuredFindings(
    Dataset<Row> sellerCauses,
    Dataset<Row> drivers,
    Dataset<Row> totals,
    Dataset<Row> expectation) {
  private static final int WINDOW_DAYS = 90;
  private static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneId.of("UTC"));

  /** A session like the night's. */
  public static SparkSession session() {
    return AnalysisSession.start(
        new SparkConf()
            .set("spark.master", "local[2]")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  /** Of what has landed in a lake; what is computed is kept in the lake's folder for work. */
  public static MeasuredFindings of(SparkSession spark, Lake lake, LocalDate asOf, String currency)
      throws IOException {
    IntermediateRows intermediate =
        new IntermediateRows(spark, lake.work().resolve("measured-" + asOf));
    LandedDatasets landed =
        new LandedDatasets(spark, lake, LandedFiles.of(lake, SparkManifests::landedFile));
    Dataset<Row> transactions =
        intermediate.readBack(landed.latest(Transaction.CONTRACT), "transactions");
    Dataset<Row> events = intermediate.readBack(landed.latest(DisputeEvent.CONTRACT), "events");
    Dataset<Row> taxonomy = Taxonomy.bundled().rows(spark);
    Cohort now =
        new Cohort(Window.endingOn(asOf, WINDOW_DAYS), CALENDAR, PriceBands.bundled(currency));
    Cohort then = now.previous();
    Dataset<Row> disputes =
        intermediate.readBack(disputes(now, events, transactions, taxonomy), "disputes");
    Dataset<Row> disputesThen =
        intermediate.readBack(disputes(then, events, transactions, taxonomy), "disputes_then");
    Dataset<Row> sold =
        intermediate.readBack(now.sold(transactions).unionByName(then.sold(transactions)), "sold");
    Dataset<Row> observed =
        intermediate.readBack(
            now.observed(disputes).unionByName(then.observed(disputesThen)), "observed");
    Dataset<Row> cells = intermediate.readBack(Expectation.cells(sold, observed), "cells");
    Dataset<Row> expectation = intermediate.readBack(Expectation.from(cells), "expectation");
    ReportingMoney money = new ReportingMoney(currency);
    Dataset<Row> causes =
        intermediate.readBack(
            new SellerCauses(now, money, intermediate).from(expectation, disputes, taxonomy),
            "seller_causes");
    return new MeasuredFindings(
        causes,
        new Drivers(now, intermediate).from(causes, cells, transactions, disputes),
        new SellerTotals(now, intermediate).from(expectation),
        Expectation.ofCohort(expectation, now));
  }

  private static Dataset<Row> disputes(
      Cohort cohort, Dataset<Row> events, Dataset<Row> transactions, Dataset<Row> taxonomy) {
    return new Disputes(cohort.window().lastDate(), CALENDAR).from(events, transactions, taxonomy);
  }
}
