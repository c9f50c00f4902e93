package dev.hindsight.analytics;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.fairness.Fairness;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.programs.ProgramBounds;
import dev.hindsight.analytics.programs.ProgramRules;
import dev.hindsight.analytics.reports.ReportSources;
import dev.hindsight.analytics.reports.ReportSources.FindingMarts;
import dev.hindsight.analytics.reports.SellerReports;
import dev.hindsight.analytics.scorecards.BoundCounts;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.analytics.scorecards.Maturity;
import dev.hindsight.analytics.scorecards.PeerRates;
import dev.hindsight.analytics.scorecards.SellerScorecards;
import dev.hindsight.analytics.scorecards.WindowCounts;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.ProgramBound;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what each seller is told: scorecards, the bounds that they count, fairness, reports. */
record SellerTasks(Groundwork ground) {

  /** What is counted of sellers, in the window and in the one before. */
  private record SellerCounts(
      Made<Dataset<Row>> now,
      Made<Dataset<Row>> then,
      Made<Dataset<Row>> endings,
      Made<Dataset<Row>> totals) {}

  /**
   * Begins to count.
   *
   * @param findings what is found out about them, in the making
   */
  void begin(Made<FindingMarts> findings) {
    Sources sources = ground.sources();
    Cohort current = ground.current();
    MartTasks tasks = ground.tasks();
    Made<Dataset<Row>> disputes = ground.disputes().mart();
    SellerCounts counts = counts();
    Made<Dataset<Row>> bounds =
        tasks.writeOneFile(
            ProgramBound.CONTRACT,
            () ->
                new ProgramBounds(
                        current, sources.money(), ProgramRules.bundled(), tasks.intermediate())
                    .from(
                        counts.now.get(), sources.orderLines(), disputes.get(), sources.events()));
    Made<Dataset<Row>> scorecards =
        tasks.writeOneFile(
            SellerScorecard.CONTRACT, () -> BoundCounts.beside(scorecards(counts), bounds.get()));
    tasks.writeOneFile(
        DecisionFairness.CONTRACT,
        () -> new Fairness(current, tasks.intermediate()).from(disputes.get(), counts.now.get()));
    tasks.writeOneFile(
        SellerReport.CONTRACT,
        () ->
            new SellerReports(current)
                .from(
                    new ReportSources(
                        scorecards.get(),
                        ground.compared().expected(current),
                        counts.endings.get(),
                        disputes.get(),
                        sources.sellers(),
                        sources.taxonomy(),
                        findings.get(),
                        bounds.get())));
  }

  private SellerCounts counts() {
    Cohort current = ground.current();
    MartTasks tasks = ground.tasks();
    return new SellerCounts(
        tasks.keep("counts", () -> counts(current)),
        tasks.keep("counts_then", () -> counts(current.previous())),
        tasks.keep(
            "endings",
            () ->
                new Endings(current, ground.sources().money())
                    .from(ground.disputes().mart().get())),
        tasks.keep(
            "totals",
            () ->
                new SellerTotals(current, tasks.intermediate())
                    .from(ground.compared().expectation().get())));
  }

  private Dataset<Row> counts(Cohort cohort) {
    return new WindowCounts(cohort)
        .from(
            ground.compared().sold(cohort),
            cohort.orders(ground.sources().transactions()),
            ground.disputes().asOfEnd(cohort),
            ground.compared().expected(cohort));
  }

  private Dataset<Row> scorecards(SellerCounts counts) {
    Cohort current = ground.current();
    Sources sources = ground.sources();
    Dataset<Row> disputes = ground.disputes().mart().get();
    return new SellerScorecards(current, sources.money())
        .from(
            counts.now.get(),
            counts.then.get(),
            counts.totals.get(),
            counts.endings.get(),
            disputes)
        .transform(cards -> new Maturity(current).beside(cards, sources.transactions(), disputes))
        .transform(cards -> PeerRates.beside(cards, ground.compared().sold(current)));
  }
}
