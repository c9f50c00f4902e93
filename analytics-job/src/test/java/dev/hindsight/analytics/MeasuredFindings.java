package dev.hindsight.analytics;

import dev.hindsight.analytics.cohort.Cohort;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
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
 * @param drivers rows of the mart
 * @param totals the scorecard's tests and ratings
 * @param expectation observed and expected of the window, for each cause and for any
 */
public record MeasuredFindings(
    Dataset<Row> sellerCauses,
    Dataset<Row> drivers,
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

  /** A cohort, and all disputes as of its last date. */
  private record DisputedCohort(Cohort cohort, Dataset<Row> disputes) {}

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
    List<DisputedCohort> disputed =
        cohorts.stream()
            .map(each -> new DisputedCohort(each, disputes(intermediate, logs, each, taxonomy)))
            .toList();
    Dataset<Row> sold =
        intermediate.readBack(union(disputed, one -> one.cohort.sold(logs.transactions)), "sold");
    Dataset<Row> observed =
        intermediate.readBack(
            union(disputed, one -> one.cohort.observed(one.disputes)), "observed");
    Cells cells =
        new Cells(intermediate.readBack(Cells.withAnyFulfilment(sold), "cells"), observed);
    Dataset<Row> expectation = intermediate.readBack(Expectation.from(cells), "expectation");
    Cohort cohort = disputed.get(0).cohort;
    Dataset<Row> disputes = disputed.get(0).disputes;
    Dataset<Row> causes =
        intermediate.readBack(
            new SellerCauses(cohort, new ReportingMoney(logs.currency), intermediate)
                .from(expectation, disputes, taxonomy),
            "seller_causes");
    return new MeasuredFindings(
        causes,
        new Drivers(cohort, intermediate).from(causes, cells, logs.transactions, disputes),
        new SellerTotals(cohort, intermediate).from(expectation),
        Expectation.ofCohort(expectation, cohort));
  }

  private static Cohort cohort(Logs logs, LocalDate asOf) {
    return new Cohort(
        Window.endingOn(asOf, WINDOW_DAYS), CALENDAR, PriceBands.bundled(logs.currency));
  }

  private static Dataset<Row> disputes(
      IntermediateRows intermediate, Logs logs, Cohort cohort, Dataset<Row> taxonomy) {
    LocalDate asOf = cohort.window().lastDate();
    Dataset<Row> adjustments =
        ContractRows.rows(intermediate.spark(), Adjustment.CONTRACT, List.of());
    return intermediate.readBack(
        new Disputes(asOf, CALENDAR).from(logs.events, logs.transactions, adjustments, taxonomy),
        "disputes_" + asOf);
  }

  private static Dataset<Row> union(
      List<DisputedCohort> cohorts, Function<DisputedCohort, Dataset<Row>> rows) {
    return cohorts.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }
}
