package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.advice.AdviceEffects;
import dev.hindsight.analytics.advice.AdviceOutcomes;
import dev.hindsight.analytics.advice.AdviceSources;
import dev.hindsight.analytics.advice.Holdout;
import dev.hindsight.analytics.advice.Reach;
import dev.hindsight.analytics.benchmarks.CategoryBenchmarks;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.disputes.Adjustments;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.fairness.Fairness;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.outcomes.Outcomes;
import dev.hindsight.analytics.playbook.Playbook;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.process.Courses;
import dev.hindsight.analytics.process.Violations;
import dev.hindsight.analytics.programs.ProgramBounds;
import dev.hindsight.analytics.programs.ProgramRules;
import dev.hindsight.analytics.recommendations.Recommendations;
import dev.hindsight.analytics.reports.ReportSources;
import dev.hindsight.analytics.reports.ReportSources.FindingMarts;
import dev.hindsight.analytics.reports.SellerReports;
import dev.hindsight.analytics.restatements.CountedDates;
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
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.ProcessVariant;
import dev.hindsight.datasets.marts.ProcessViolation;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.marts.Trend;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what has landed, makes every mart of a version and writes it. */
final class Analysis {
  private static final Logger log = LoggerFactory.getLogger(Analysis.class);

  private final SparkSession spark;
  private final IntermediateRows intermediate;
  private final AnalysisSettings settings;
  private final @Nullable EarlierVersion earlier;
  private final ReportingCalendar calendar;
  private final Window window;
  private final Holdout holdout;

  Analysis(
      IntermediateRows intermediate, AnalysisSettings settings, @Nullable EarlierVersion earlier) {
    this.spark = intermediate.spark();
    this.intermediate = intermediate;
    this.settings = settings;
    this.earlier = earlier;
    this.calendar = new ReportingCalendar(settings.zone());
    this.window = Window.endingOn(settings.asOfDate(), settings.windowDays());
    this.holdout = new Holdout(settings.adviceHoldout());
  }

  /**
   * What everything is made of.
   *
   * @param reached the sellers, as reports reach them
   * @param earlierAdvice what became of advice, as the newest version of an earlier date has it
   */
  private record Sources(
      Dataset<Row> transactions,
      Dataset<Row> events,
      Dataset<Row> adjustments,
      Dataset<Row> sellers,
      Dataset<Row> taxonomy,
      Dataset<Row> reached,
      Dataset<Row> earlierAdvice,
      ReportingMoney money) {}

  /** A cohort, and all disputes as of its last date. */
  private record DisputedCohort(Cohort cohort, Dataset<Row> disputes) {}

  /**
   * What sellers of all cohorts sold and were disputed for, beside what was to be expected.
   *
   * @param disputes as of the date
   * @param disputesThen as of the end of the previous window
   */
  private record Compared(
      Dataset<Row> disputes,
      Dataset<Row> disputesThen,
      Dataset<Row> sold,
      Cells cells,
      Dataset<Row> expectation) {}

  /**
   * What the manifest says of the marts.
   *
   * @param currency the reporting currency
   * @param comparison with the version before; absent for the first
   */
  record Written(String currency, @Nullable Comparison comparison) {}

  /** What every seller had in the window, and what was found about it. */
  private record Judged(Dataset<Row> countsNow, FindingMarts findings) {}

  Window window() {
    return window;
  }

  /** Writes every mart. */
  Written write(LandedDatasets landed, MartWriter marts) throws IOException {
    Sources sources = sources(landed);
    Cohort current = new Cohort(window, calendar, PriceBands.bundled(sources.money.currency()));
    Dataset<Row> disputes = writeDisputes(sources, current, marts);
    tellUnknownAdjustments(landed, sources, disputes);
    Compared compared = compared(sources, current, disputes);
    FindingMarts findings = writeFindings(sources, current, compared, marts);
    Dataset<Row> countsNow = kept(counts(current, compared, sources, disputes), "counts");
    marts.writeOneFile(
        new Fairness(current, intermediate).from(disputes, countsNow), DecisionFairness.CONTRACT);
    writeSellers(sources, current, compared, new Judged(countsNow, findings), marts);
    return new Written(sources.money.currency(), writePastDates(sources, disputes, marts));
  }

  private @Nullable Comparison writePastDates(
      Sources sources, Dataset<Row> disputes, MartWriter marts) throws IOException {
    CountedDates counted = new CountedDates(settings.asOfDate(), calendar, sources.money);
    Dataset<Row> now =
        marts.writeOneFile(
            counted.from(sources.transactions, sources.events, disputes), DailyCounts.CONTRACT);
    return new PastDates(settings, counted, earlier)
        .write(now, date -> kept(disputes(date, sources), "disputes_earlier"), marts);
  }

  private Sources sources(LandedDatasets landed) throws IOException {
    Dataset<Row> transactions = landed.latest(Transaction.CONTRACT).persist();
    Dataset<Row> events = landed.latest(DisputeEvent.CONTRACT).persist();
    return new Sources(
        transactions,
        events,
        landed.latest(Adjustment.CONTRACT).persist(),
        sellers(landed),
        Taxonomy.bundled().rows(spark),
        reached(landed),
        earlierAdvice(landed.lake()),
        new ReportingMoney(reportingCurrency(transactions, events)));
  }

  /** Of an earlier date, not of the same: to make a version again gives the same rows. */
  private Dataset<Row> earlierAdvice(Lake lake) throws IOException {
    VersionName firstOfDate = new VersionName(settings.asOfDate(), 1);
    Optional<EarlierVersion> earlier = EarlierVersion.before(firstOfDate, spark, lake);
    Optional<Dataset<Row>> known =
        earlier.isPresent() ? earlier.get().mart(AdviceOutcome.CONTRACT) : Optional.empty();
    return known.orElseGet(
        () -> spark.createDataFrame(List.of(), SparkTypes.schemaOf(AdviceOutcome.CONTRACT)));
  }

  /** Writes what needs nothing but the disputes and the transactions; returns the disputes. */
  private Dataset<Row> writeDisputes(Sources sources, Cohort current, MartWriter marts)
      throws IOException {
    Dataset<Row> checked =
        kept(disputes(current, sources), "disputes_now")
            .transform(new RuleChecks(calendar.endOf(settings.asOfDate()))::beside);
    Dataset<Row> disputes = marts.write(checked, Dispute.CONTRACT);
    marts.write(new Outcomes(sources.money).from(disputes), OutcomeCounts.CONTRACT);
    Courses courses = new Courses(current);
    marts.writeOneFile(courses.variants(disputes, sources.events), ProcessVariant.CONTRACT);
    marts.writeOneFile(courses.steps(disputes, sources.events), ProcessStep.CONTRACT);
    marts.writeOneFile(new Violations(current).from(checked), ProcessViolation.CONTRACT);
    return disputes;
  }

  private Compared compared(Sources sources, Cohort current, Dataset<Row> disputes) {
    Dataset<Row> disputesThen = kept(disputes(current.previous(), sources), "disputes_then");
    Cohort weekAgo = current.daysAgo(SellerCauses.DAYS_TO_CONFIRM);
    List<DisputedCohort> cohorts =
        List.of(
            new DisputedCohort(current, disputes),
            new DisputedCohort(current.previous(), disputesThen),
            new DisputedCohort(weekAgo, disputes(weekAgo, sources)),
            new DisputedCohort(weekAgo.previous(), disputes(weekAgo.previous(), sources)));
    Dataset<Row> sold = kept(union(cohorts, one -> one.cohort.sold(sources.transactions)), "sold");
    Cells cells = cells(sold, cohorts);
    Dataset<Row> expectation = kept(Expectation.from(cells), "expectation");
    return new Compared(disputes, disputesThen, sold, cells, expectation);
  }

  private FindingMarts writeFindings(
      Sources sources, Cohort current, Compared compared, MartWriter marts) throws IOException {
    marts.writeOneFile(
        new CategoryBenchmarks(current)
            .from(Expectation.ofCohort(compared.sold, current), compared.disputes),
        CategoryBenchmark.CONTRACT);
    Dataset<Row> sellerCauses =
        marts.writeOneFile(
            new SellerCauses(current, sources.money, intermediate)
                .from(compared.expectation, compared.disputes, sources.taxonomy),
            SellerCause.CONTRACT);
    Dataset<Row> drivers =
        marts.writeOneFile(
            new Drivers(current, intermediate)
                .from(sellerCauses, compared.cells, sources.transactions, compared.disputes),
            Driver.CONTRACT);
    Dataset<Row> due =
        kept(
            new Recommendations(current)
                .from(sellerCauses, drivers, Playbook.bundled().rows(spark)),
            "recommendations");
    Dataset<Row> recommendations = marts.writeOneFile(holdout.given(due), Recommendation.CONTRACT);
    AdviceSources advised =
        new AdviceSources(due, sellerCauses, sources.reached, sources.earlierAdvice);
    Dataset<Row> outcomes =
        marts.writeOneFile(
            new AdviceOutcomes(current, holdout, intermediate)
                .from(advised, compared.cells, sources.transactions, compared.disputes),
            AdviceOutcome.CONTRACT);
    marts.writeOneFile(
        new AdviceEffects(settings.asOfDate()).from(outcomes), AdviceEffect.CONTRACT);
    Dataset<Row> trends = writeTrends(sources, compared, marts);
    return new FindingMarts(sellerCauses, drivers, recommendations, trends);
  }

  private Dataset<Row> writeTrends(Sources sources, Compared compared, MartWriter marts)
      throws IOException {
    return marts.writeOneFile(
        new Trends(settings.asOfDate(), calendar, intermediate)
            .from(compared.disputes, sources.transactions),
        Trend.CONTRACT);
  }

  /** Writes the scorecards, the bounds that they count, and the reports. */
  private void writeSellers(
      Sources sources, Cohort current, Compared compared, Judged judged, MartWriter marts)
      throws IOException {
    Dataset<Row> disputes = compared.disputes;
    Dataset<Row> bounds =
        marts.writeOneFile(
            new ProgramBounds(current, sources.money, ProgramRules.bundled())
                .from(judged.countsNow, sources.transactions, disputes, sources.events),
            ProgramBound.CONTRACT);
    Dataset<Row> countsThen =
        kept(counts(current.previous(), compared, sources, compared.disputesThen), "counts_then");
    Dataset<Row> endings = kept(new Endings(current, sources.money).from(disputes), "endings");
    Dataset<Row> soldNow = Expectation.ofCohort(compared.sold, current);
    Dataset<Row> scorecards =
        marts.writeOneFile(
            new SellerScorecards(current, sources.money)
                .from(
                    judged.countsNow,
                    countsThen,
                    new SellerTotals(current, intermediate).from(compared.expectation),
                    endings,
                    disputes)
                .transform(cards -> PeerRates.beside(cards, soldNow))
                .transform(
                    cards -> new Maturity(current).beside(cards, sources.transactions, disputes))
                .transform(cards -> BoundCounts.beside(cards, bounds)),
            SellerScorecard.CONTRACT);
    ReportSources shown =
        new ReportSources(
            scorecards,
            Expectation.ofCohort(compared.expectation, current),
            endings,
            disputes,
            sources.sellers,
            sources.taxonomy,
            judged.findings,
            bounds);
    marts.writeOneFile(new SellerReports(current).from(shown), SellerReport.CONTRACT);
  }

  private Dataset<Row> disputes(Cohort cohort, Sources sources) {
    return disputes(cohort.window().lastDate(), sources);
  }

  private Dataset<Row> disputes(LocalDate date, Sources sources) {
    return new Disputes(date, calendar)
        .from(sources.events, sources.transactions, sources.adjustments, sources.taxonomy);
  }

  /** Somebody objected to a dispute that no log has: the one or the other is wrong. */
  private void tellUnknownAdjustments(
      LandedDatasets landed, Sources sources, Dataset<Row> disputes) {
    if (landed.files().currentBatches(Adjustment.CONTRACT.name()).isEmpty()) {
      return;
    }
    long unknown =
        new Adjustments(settings.asOfDate(), calendar)
            .ofUnknownDisputes(sources.adjustments, disputes)
            .count();
    log.info("Adjustments of disputes that no log has: {}", unknown);
  }

  private Cells cells(Dataset<Row> sold, List<DisputedCohort> compared) {
    Dataset<Row> observed = union(compared, one -> one.cohort.observed(one.disputes));
    return new Cells(kept(Cells.withAnyFulfilment(sold), "cells"), kept(observed, "observed"));
  }

  private static Dataset<Row> union(
      List<DisputedCohort> cohorts, Function<DisputedCohort, Dataset<Row>> rows) {
    return cohorts.stream().map(rows).reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> counts(
      Cohort cohort, Compared compared, Sources sources, Dataset<Row> disputes) {
    return new WindowCounts(cohort)
        .from(
            Expectation.ofCohort(compared.sold, cohort),
            cohort.orders(sources.transactions),
            disputes,
            Expectation.ofCohort(compared.expectation, cohort));
  }

  private Dataset<Row> kept(Dataset<Row> rows, String name) {
    return intermediate.readBack(rows, name);
  }

  private Dataset<Row> sellers(LandedDatasets landed) {
    return landed.latest(Seller.CONTRACT, rows -> rows.where(isValid()));
  }

  private Dataset<Row> reached(LandedDatasets landed) {
    return new Reach(calendar.endOf(settings.asOfDate()))
        .of(sellers(landed), landed.latest(Unsubscribe.CONTRACT), landed.latest(Bounce.CONTRACT));
  }

  private Column isValid() {
    return coalesce(col(Seller.VALID_FROM).leq(lit(settings.asOfDate())), lit(true));
  }

  private String reportingCurrency(Dataset<Row> transactions, Dataset<Row> events) {
    return settings.reportingCurrency() == null
        ? new CommonestCurrency(calendar.endOf(settings.asOfDate())).of(transactions, events)
        : settings.reportingCurrency();
  }
}
