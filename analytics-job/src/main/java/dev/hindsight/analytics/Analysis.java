package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.advice.AdviceEffects;
import dev.hindsight.analytics.advice.AdviceOutcomes;
import dev.hindsight.analytics.advice.AdviceSources;
import dev.hindsight.analytics.advice.Holdout;
import dev.hindsight.analytics.benchmarks.CategoryBenchmarks;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.cohort.Cohorts;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.disputes.Adjustments;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.analytics.drivers.Drivers;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.fairness.Fairness;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.analytics.findings.SellerTotals;
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
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.trends.Trends;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.landed.Adjustment;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every mart of a version out of what has landed, and writes it. */
final class Analysis {
  private static final Logger log = LoggerFactory.getLogger(Analysis.class);

  /** Marts that are made at a time; some of them wait for others. */
  private static final int AT_ONCE = 4;

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
   * What the manifest says of the marts.
   *
   * @param currency the reporting currency
   * @param comparison with the version before; absent for the first
   */
  record Written(String currency, @Nullable Comparison comparison) {}

  /** A version in the making. */
  private record Making(Sources sources, Cohort current, MartTasks tasks) {
    Cohorts compared() {
      Cohort weekAgo = current.daysAgo(SellerCauses.DAYS_TO_CONFIRM);
      return new Cohorts(List.of(current, current.previous(), weekAgo, weekAgo.previous()));
    }
  }

  /**
   * What has become of every dispute.
   *
   * @param states as of the last date of each cohort
   * @param mart as of the date
   */
  private record KnownDisputes(Made<Dataset<Row>> states, Made<Dataset<Row>> mart) {
    Dataset<Row> asOfEnd(Cohort cohort) {
      return states.get().where(col(Dispute.AS_OF_DATE).equalTo(lit(cohort.window().lastDate())));
    }
  }

  /** What sellers of all cohorts sold and were disputed for, beside what was to be expected. */
  private record Compared(
      Made<Dataset<Row>> sold, Made<Cells> cells, Made<Dataset<Row>> expectation) {
    Dataset<Row> sold(Cohort cohort) {
      return Expectation.ofCohort(sold.get(), cohort);
    }

    Dataset<Row> expected(Cohort cohort) {
      return Expectation.ofCohort(expectation.get(), cohort);
    }
  }

  /** What is counted of sellers, in the window and in the one before. */
  private record SellerCounts(
      Made<Dataset<Row>> now,
      Made<Dataset<Row>> then,
      Made<Dataset<Row>> endings,
      Made<Dataset<Row>> totals) {}

  Window window() {
    return window;
  }

  /** Writes every mart. */
  Written write(LandedDatasets landed, MartWriter marts) throws IOException {
    Sources sources = new SourceReading(intermediate, settings, calendar).from(landed);
    Cohort current = new Cohort(window, calendar, PriceBands.bundled(sources.money().currency()));
    try (Tasks tasks = new Tasks(AT_ONCE, () -> spark.sparkContext().cancelAllJobs())) {
      Making making = new Making(sources, current, new MartTasks(tasks, marts, intermediate));
      KnownDisputes disputes = writeDisputes(making);
      Compared compared = compared(making, disputes);
      SellerCounts counts = counts(making, disputes, compared);
      Made<FindingMarts> findings = writeFindings(making, disputes, compared);
      writeSellers(making, disputes, compared, counts, findings);
      writeProcess(making, disputes);
      Made<Optional<Comparison>> comparison = writePastDates(making, disputes);
      if (!landed.files().currentBatches(Adjustment.CONTRACT.name()).isEmpty()) {
        tellUnknownAdjustments(making, disputes);
      }
      tasks.finish();
      return new Written(sources.money().currency(), comparison.get().orElse(null));
    }
  }

  private KnownDisputes writeDisputes(Making making) {
    Made<Dataset<Row>> states =
        making.tasks.keep(
            "disputes", () -> disputes(making.compared().lastDates(), making.sources));
    KnownDisputes known = new KnownDisputes(states, states);
    return new KnownDisputes(
        states, making.tasks.write(Dispute.CONTRACT, () -> checked(making, known)));
  }

  private Dataset<Row> disputes(List<LocalDate> asOf, Sources sources) {
    return new Disputes(asOf, calendar)
        .from(sources.events(), sources.transactions(), sources.adjustments(), sources.taxonomy());
  }

  private Dataset<Row> checked(Making making, KnownDisputes disputes) {
    return new RuleChecks(calendar.endOf(settings.asOfDate()))
        .beside(disputes.asOfEnd(making.current));
  }

  private Compared compared(Making making, KnownDisputes disputes) {
    Cohorts cohorts = making.compared();
    MartTasks tasks = making.tasks;
    Made<Dataset<Row>> sold = tasks.keep("sold", () -> cohorts.sold(making.sources.transactions()));
    Made<Dataset<Row>> lines = tasks.keep("cells", () -> Cells.withAnyFulfilment(sold.get()));
    Made<Dataset<Row>> observed =
        tasks.keep("observed", () -> cohorts.observed(disputes.states.get()));
    Made<Cells> cells = () -> new Cells(lines.get(), observed.get());
    return new Compared(
        sold, cells, tasks.keep("expectation", () -> Expectation.from(cells.get())));
  }

  private SellerCounts counts(Making making, KnownDisputes disputes, Compared compared) {
    Cohort current = making.current;
    Cohort previous = current.previous();
    MartTasks tasks = making.tasks;
    return new SellerCounts(
        tasks.keep("counts", () -> counts(current, making, compared, disputes)),
        tasks.keep("counts_then", () -> counts(previous, making, compared, disputes)),
        tasks.keep(
            "endings",
            () -> new Endings(current, making.sources.money()).from(disputes.mart.get())),
        tasks.keep(
            "totals",
            () -> new SellerTotals(current, intermediate).from(compared.expectation.get())));
  }

  private static Dataset<Row> counts(
      Cohort cohort, Making making, Compared compared, KnownDisputes disputes) {
    return new WindowCounts(cohort)
        .from(
            compared.sold(cohort),
            cohort.orders(making.sources.transactions()),
            disputes.asOfEnd(cohort),
            compared.expected(cohort));
  }

  private Made<FindingMarts> writeFindings(
      Making making, KnownDisputes disputes, Compared compared) {
    Sources sources = making.sources;
    Cohort current = making.current;
    MartTasks tasks = making.tasks;
    Made<Dataset<Row>> sellerCauses =
        tasks.writeOneFile(
            SellerCause.CONTRACT,
            () ->
                new SellerCauses(current, sources.money(), intermediate)
                    .from(compared.expectation.get(), disputes.mart.get(), sources.taxonomy()));
    Made<Dataset<Row>> drivers =
        tasks.writeOneFile(
            Driver.CONTRACT,
            () ->
                new Drivers(current, intermediate)
                    .from(
                        sellerCauses.get(),
                        compared.cells.get(),
                        sources.transactions(),
                        disputes.mart.get()));
    Made<Dataset<Row>> trends =
        tasks.writeOneFile(
            Trend.CONTRACT,
            () ->
                new Trends(settings.asOfDate(), calendar, intermediate)
                    .from(disputes.mart.get(), sources.transactions()));
    tasks.writeOneFile(
        CategoryBenchmark.CONTRACT,
        () -> new CategoryBenchmarks(current).from(compared.sold(current), disputes.mart.get()));
    Made<Dataset<Row>> due =
        tasks.keep(
            "recommendations",
            () ->
                new Recommendations(current)
                    .from(sellerCauses.get(), drivers.get(), Playbook.bundled().rows(spark)));
    Made<Dataset<Row>> recommendations =
        tasks.writeOneFile(Recommendation.CONTRACT, () -> holdout.given(due.get()));
    writeAdvice(
        making,
        disputes,
        compared,
        () ->
            new AdviceSources(
                due.get(), sellerCauses.get(), sources.reached(), sources.earlierAdvice()));
    return () ->
        new FindingMarts(sellerCauses.get(), drivers.get(), recommendations.get(), trends.get());
  }

  private void writeAdvice(
      Making making, KnownDisputes disputes, Compared compared, Made<AdviceSources> advised) {
    Made<Dataset<Row>> outcomes =
        making.tasks.writeOneFile(
            AdviceOutcome.CONTRACT,
            () ->
                new AdviceOutcomes(making.current, holdout, intermediate)
                    .from(
                        advised.get(),
                        compared.cells.get(),
                        making.sources.transactions(),
                        disputes.mart.get()));
    making.tasks.writeOneFile(
        AdviceEffect.CONTRACT, () -> new AdviceEffects(settings.asOfDate()).from(outcomes.get()));
  }

  /** Writes the scorecards, the bounds that they count, and the reports. */
  private void writeSellers(
      Making making,
      KnownDisputes disputes,
      Compared compared,
      SellerCounts counts,
      Made<FindingMarts> findings) {
    Sources sources = making.sources;
    Cohort current = making.current;
    MartTasks tasks = making.tasks;
    Made<Dataset<Row>> bounds =
        tasks.writeOneFile(
            ProgramBound.CONTRACT,
            () ->
                new ProgramBounds(current, sources.money(), ProgramRules.bundled())
                    .from(
                        counts.now.get(),
                        sources.transactions(),
                        disputes.mart.get(),
                        sources.events()));
    Made<Dataset<Row>> scorecards =
        tasks.writeOneFile(
            SellerScorecard.CONTRACT,
            () ->
                scorecards(making, disputes, counts)
                    .transform(cards -> PeerRates.beside(cards, compared.sold(current)))
                    .transform(cards -> BoundCounts.beside(cards, bounds.get())));
    tasks.writeOneFile(
        DecisionFairness.CONTRACT,
        () -> new Fairness(current, intermediate).from(disputes.mart.get(), counts.now.get()));
    tasks.writeOneFile(
        SellerReport.CONTRACT,
        () ->
            new SellerReports(current)
                .from(
                    new ReportSources(
                        scorecards.get(),
                        compared.expected(current),
                        counts.endings.get(),
                        disputes.mart.get(),
                        sources.sellers(),
                        sources.taxonomy(),
                        findings.get(),
                        bounds.get())));
  }

  private static Dataset<Row> scorecards(
      Making making, KnownDisputes disputes, SellerCounts counts) {
    Sources sources = making.sources;
    return new SellerScorecards(making.current, sources.money())
        .from(
            counts.now.get(),
            counts.then.get(),
            counts.totals.get(),
            counts.endings.get(),
            disputes.mart.get())
        .transform(
            cards ->
                new Maturity(making.current)
                    .beside(cards, sources.transactions(), disputes.mart.get()));
  }

  /** Writes what needs nothing but the disputes and their events. */
  private void writeProcess(Making making, KnownDisputes disputes) {
    Sources sources = making.sources;
    MartTasks tasks = making.tasks;
    Courses courses = new Courses(making.current);
    tasks.write(
        OutcomeCounts.CONTRACT, () -> new Outcomes(sources.money()).from(disputes.mart.get()));
    tasks.writeOneFile(
        ProcessVariant.CONTRACT, () -> courses.variants(disputes.mart.get(), sources.events()));
    tasks.writeOneFile(
        ProcessStep.CONTRACT, () -> courses.steps(disputes.mart.get(), sources.events()));
    tasks.writeOneFile(
        ProcessViolation.CONTRACT,
        () -> new Violations(making.current).from(checked(making, disputes)));
  }

  private Made<Optional<Comparison>> writePastDates(Making making, KnownDisputes disputes) {
    Sources sources = making.sources;
    CountedDates counted = new CountedDates(settings.asOfDate(), calendar, sources.money());
    Made<Dataset<Row>> now =
        making.tasks.writeOneFile(
            DailyCounts.CONTRACT,
            () -> counted.from(sources.transactions(), sources.events(), disputes.mart.get()));
    return making.tasks.begin(
        marts ->
            Optional.ofNullable(
                new PastDates(settings, counted, earlier)
                    .write(
                        now.get(),
                        date ->
                            intermediate.readBack(
                                disputes(List.of(date), sources), "disputes_earlier"),
                        marts)));
  }

  /** Somebody objected to a dispute that no log has: the one or the other is wrong. */
  private void tellUnknownAdjustments(Making making, KnownDisputes disputes) {
    making.tasks.begin(
        marts -> {
          long unknown =
              Adjustments.ofUnknownDisputes(
                      making.sources.adjustments(),
                      disputes.mart.get(),
                      calendar.endOf(settings.asOfDate()))
                  .count();
          log.info("Adjustments of disputes that no log has: {}", unknown);
          return unknown;
        });
  }
}
