package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.benchmarks.CategoryBenchmarks;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.fairness.Fairness;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.outcomes.Outcomes;
import dev.hindsight.analytics.playbook.Playbook;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.programs.ProgramBounds;
import dev.hindsight.analytics.programs.ProgramRules;
import dev.hindsight.analytics.recommendations.Recommendations;
import dev.hindsight.analytics.reports.ReportSources;
import dev.hindsight.analytics.reports.SellerReports;
import dev.hindsight.analytics.scorecards.BoundCounts;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.analytics.scorecards.Maturity;
import dev.hindsight.analytics.scorecards.PeerRates;
import dev.hindsight.analytics.scorecards.SellerScorecards;
import dev.hindsight.analytics.scorecards.WindowCounts;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.trends.Trends;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.marts.Trend;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what has landed, makes every mart of a version and writes it. */
final class Analysis {
  private static final String NO_CURRENCY =
      "XXX"; // ISO 4217's code for transactions without a currency

  private static final Field USES = scratch("uses");

  private final SparkSession spark;
  private final IntermediateRows intermediate;
  private final AnalysisSettings settings;
  private final ReportingCalendar calendar;
  private final Window window;

  Analysis(IntermediateRows intermediate, AnalysisSettings settings) {
    this.spark = intermediate.spark();
    this.intermediate = intermediate;
    this.settings = settings;
    this.calendar = new ReportingCalendar(settings.zone());
    this.window = Window.endingOn(settings.asOfDate(), settings.windowDays());
  }

  /** A cohort, and all disputes as of its last date. */
  private record DisputedCohort(Cohort cohort, Dataset<Row> disputes) {}

  Window window() {
    return window;
  }

  /**
   * Writes every mart.
   *
   * @return the reporting currency
   */
  String write(LandedDatasets landed, MartWriter marts) throws IOException {
    Dataset<Row> transactions = landed.latest(Transaction.CONTRACT).persist();
    Dataset<Row> events = landed.latest(DisputeEvent.CONTRACT).persist();
    Dataset<Row> taxonomy = Taxonomy.bundled().rows(spark);
    ReportingMoney money = new ReportingMoney(reportingCurrency(transactions, events));
    Cohort current = new Cohort(window, calendar, PriceBands.bundled(money.currency()));

    Dataset<Row> disputes =
        marts.write(disputes(current, events, transactions, taxonomy), Dispute.CONTRACT);
    marts.write(new Outcomes(money).from(disputes), OutcomeCounts.CONTRACT);
    marts.write(
        new Trends(settings.asOfDate(), calendar, intermediate)
            .from(disputes, transactions)
            .repartition(1),
        Trend.CONTRACT);
    Dataset<Row> disputesThen =
        kept(disputes(current.previous(), events, transactions, taxonomy), "disputes_then");
    Cohort weekAgo = current.daysAgo(SellerCauses.DAYS_TO_CONFIRM);
    List<DisputedCohort> compared =
        List.of(
            new DisputedCohort(current, disputes),
            new DisputedCohort(current.previous(), disputesThen),
            new DisputedCohort(weekAgo, disputes(weekAgo, events, transactions, taxonomy)),
            new DisputedCohort(
                weekAgo.previous(), disputes(weekAgo.previous(), events, transactions, taxonomy)));
    Dataset<Row> sold = kept(union(compared, one -> one.cohort.sold(transactions)), "sold");
    Dataset<Row> cells = cells(sold, compared);
    Dataset<Row> expectation = kept(Expectation.from(cells), "expectation");

    Dataset<Row> soldNow = Expectation.ofCohort(sold, current);
    marts.write(
        new CategoryBenchmarks(current).from(soldNow, disputes).repartition(1),
        CategoryBenchmark.CONTRACT);
    Dataset<Row> sellerCauses =
        marts.write(
            new SellerCauses(current, money, intermediate)
                .from(expectation, disputes, taxonomy)
                .repartition(1),
            SellerCause.CONTRACT);
    Dataset<Row> drivers =
        marts.write(
            new Drivers(current, intermediate)
                .from(sellerCauses, cells, transactions, disputes)
                .repartition(1),
            Driver.CONTRACT);
    marts.write(
        new Recommendations(current)
            .from(sellerCauses, drivers, Playbook.bundled().rows(spark))
            .repartition(1),
        Recommendation.CONTRACT);
    Dataset<Row> countsNow =
        kept(counts(current, sold, transactions, disputes, expectation), "counts");
    Dataset<Row> bounds =
        marts.write(
            new ProgramBounds(current, money, ProgramRules.bundled())
                .from(countsNow, transactions, disputes, events)
                .repartition(1),
            ProgramBound.CONTRACT);
    marts.write(
        new Fairness(current, intermediate).from(disputes, countsNow).repartition(1),
        DecisionFairness.CONTRACT);
    Dataset<Row> endings = kept(new Endings(current, money).from(disputes), "endings");
    Dataset<Row> scorecards =
        marts.write(
            new SellerScorecards(current, money)
                .from(
                    countsNow,
                    kept(
                        counts(current.previous(), sold, transactions, disputesThen, expectation),
                        "counts_then"),
                    new SellerTotals(current, intermediate).from(expectation),
                    endings,
                    disputes)
                .transform(cards -> PeerRates.beside(cards, soldNow))
                .transform(cards -> new Maturity(current).beside(cards, transactions, disputes))
                .transform(cards -> BoundCounts.beside(cards, bounds))
                .repartition(1),
            SellerScorecard.CONTRACT);
    ReportSources sources =
        new ReportSources(
            scorecards,
            Expectation.ofCohort(expectation, current),
            endings,
            disputes,
            sellers(landed),
            taxonomy);
    marts.write(new SellerReports(current).from(sources).repartition(1), SellerReport.CONTRACT);
    return money.currency();
  }

  private Dataset<Row> disputes(
      Cohort cohort, Dataset<Row> events, Dataset<Row> transactions, Dataset<Row> taxonomy) {
    return new Disputes(cohort.window().lastDate(), calendar).from(events, transactions, taxonomy);
  }

  private Dataset<Row> cells(Dataset<Row> sold, List<DisputedCohort> compared) {
    Dataset<Row> observed = union(compared, one -> one.cohort.observed(one.disputes));
    return kept(Expectation.cells(sold, kept(observed, "observed")), "cells");
  }

  private static Dataset<Row> union(
      List<DisputedCohort> cohorts, Function<DisputedCohort, Dataset<Row>> rows) {
    return cohorts.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> counts(
      Cohort cohort,
      Dataset<Row> sold,
      Dataset<Row> transactions,
      Dataset<Row> disputes,
      Dataset<Row> expectation) {
    return new WindowCounts(cohort)
        .from(
            Expectation.ofCohort(sold, cohort),
            cohort.orders(transactions),
            disputes,
            Expectation.ofCohort(expectation, cohort));
  }

  private Dataset<Row> kept(Dataset<Row> rows, String name) {
    return intermediate.readBack(rows, name);
  }

  private Dataset<Row> sellers(LandedDatasets landed) {
    return landed.latest(Seller.CONTRACT, rows -> rows.where(isValid()));
  }

  private Column isValid() {
    return coalesce(col(Seller.VALID_FROM).leq(lit(settings.asOfDate())), lit(true));
  }

  private String reportingCurrency(Dataset<Row> transactions, Dataset<Row> events) {
    if (settings.reportingCurrency() != null) {
      return settings.reportingCurrency();
    }
    // What landed of later dates must not change the currency of this one.
    Column end = lit(calendar.endOf(settings.asOfDate()));
    List<Row> ofSales = commonest(transactions.where(col(Transaction.ORDERED_AT).lt(end)));
    List<Row> known =
        ofSales.isEmpty()
            ? commonest(events.where(col(DisputeEvent.OCCURRED_AT).lt(end)))
            : ofSales;
    return known.isEmpty() ? NO_CURRENCY : known.get(0).getString(0);
  }

  /** At most one row. */
  private static List<Row> commonest(Dataset<Row> priced) {
    return priced
        .where(col(Transaction.CURRENCY).isNotNull())
        .groupBy(col(Transaction.CURRENCY))
        .agg(as(USES, count(lit(1))))
        .orderBy(col(USES).desc(), col(Transaction.CURRENCY))
        .limit(1)
        .collectAsList();
  }
}
