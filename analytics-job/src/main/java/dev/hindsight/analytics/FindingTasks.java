package dev.hindsight.analytics;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.advice.AdviceEffects;
import dev.hindsight.analytics.advice.AdviceOutcomes;
import dev.hindsight.analytics.advice.AdviceSources;
import dev.hindsight.analytics.advice.Holdout;
import dev.hindsight.analytics.benchmarks.CategoryBenchmarks;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.analytics.playbook.Playbook;
import dev.hindsight.analytics.recommendations.Recommendations;
import dev.hindsight.analytics.reports.ReportSources.FindingMarts;
import dev.hindsight.analytics.trends.Trends;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.Trend;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes what is found out about sellers: causes, what carries them, advice and what became of it,
 * trends.
 */
record FindingTasks(Groundwork ground, AnalysisSettings settings) {

  /** Begins to write them all. */
  Made<FindingMarts> begin() {
    Cohort current = ground.current();
    MartTasks tasks = ground.tasks();
    Made<Dataset<Row>> disputes = ground.disputes().mart();
    Made<Dataset<Row>> sellerCauses = tasks.writeOneFile(SellerCause.CONTRACT, this::sellerCauses);
    Made<Dataset<Row>> drivers =
        tasks.writeOneFile(Driver.CONTRACT, () -> drivers(sellerCauses.get()));
    Made<Dataset<Row>> trends =
        tasks.writeOneFile(
            Trend.CONTRACT,
            () ->
                new Trends(settings.asOfDate(), current.calendar(), tasks.intermediate())
                    .from(disputes.get(), ground.sources().orderLines().linesByDay()));
    tasks.writeOneFile(
        CategoryBenchmark.CONTRACT,
        () ->
            new CategoryBenchmarks(current).from(ground.compared().sold(current), disputes.get()));
    Made<Dataset<Row>> recommendations = beginAdvice(sellerCauses, drivers);
    return () ->
        new FindingMarts(sellerCauses.get(), drivers.get(), recommendations.get(), trends.get());
  }

  private Dataset<Row> sellerCauses() {
    return new SellerCauses(
            ground.current(), ground.sources().money(), ground.tasks().intermediate())
        .from(
            ground.compared().expectation().get(),
            ground.disputes().mart().get(),
            ground.sources().taxonomy());
  }

  private Dataset<Row> drivers(Dataset<Row> sellerCauses) {
    return new Drivers(ground.current(), ground.tasks().intermediate())
        .from(
            sellerCauses,
            ground.compared().cells().get(),
            ground.sources().transactions(),
            ground.disputes().mart().get());
  }

  /** Recommendations, and what became of earlier ones. */
  private Made<Dataset<Row>> beginAdvice(
      Made<Dataset<Row>> sellerCauses, Made<Dataset<Row>> drivers) {
    MartTasks tasks = ground.tasks();
    Sources sources = ground.sources();
    Holdout holdout = new Holdout(settings.adviceHoldout());
    Made<Dataset<Row>> due =
        tasks.keep(
            "recommendations",
            () ->
                new Recommendations(ground.current())
                    .from(
                        sellerCauses.get(),
                        drivers.get(),
                        Playbook.bundled().rows(tasks.intermediate().spark())));
    Made<AdviceSources> advised =
        () ->
            new AdviceSources(
                due.get(), sellerCauses.get(), sources.reached(), sources.earlierAdvice());
    Made<Dataset<Row>> outcomes =
        tasks.writeOneFile(
            AdviceOutcome.CONTRACT,
            () ->
                new AdviceOutcomes(ground.current(), holdout, tasks.intermediate())
                    .from(
                        advised.get(),
                        ground.compared().cells().get(),
                        sources.transactions(),
                        ground.disputes().mart().get()));
    tasks.writeOneFile(
        AdviceEffect.CONTRACT, () -> new AdviceEffects(settings.asOfDate()).from(outcomes.get()));
    return tasks.writeOneFile(Recommendation.CONTRACT, () -> holdout.given(due.get()));
  }
}
