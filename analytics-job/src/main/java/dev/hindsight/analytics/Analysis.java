package dev.hindsight.analytics;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.analytics.disputes.Adjustments;
import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.analytics.kept.EarlierDisputes;
import dev.hindsight.analytics.outcomes.Outcomes;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.process.Courses;
import dev.hindsight.analytics.process.Violations;
import dev.hindsight.analytics.reports.ReportSources.FindingMarts;
import dev.hindsight.analytics.restatements.CountedDates;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.ProcessVariant;
import dev.hindsight.datasets.marts.ProcessViolation;
import dev.hindsight.datasets.marts.Restatement;
import java.io.IOException;
import java.time.LocalDate;
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

  Analysis(
      IntermediateRows intermediate, AnalysisSettings settings, @Nullable EarlierVersion earlier) {
    this.spark = intermediate.spark();
    this.intermediate = intermediate;
    this.settings = settings;
    this.earlier = earlier;
    this.calendar = new ReportingCalendar(settings.zone());
    this.window = Window.endingOn(settings.asOfDate(), settings.windowDays());
  }

  /**
   * What the manifest says of the marts.
   *
   * @param currency the reporting currency
   * @param comparison with the version before; absent for the first
   */
  record Written(String currency, @Nullable Comparison comparison) {}

  Window window() {
    return window;
  }

  /** Writes every mart. */
  Written write(LandedDatasets landed, MartWriter marts) throws IOException {
    Sources read = new SourceReading(intermediate, settings, calendar).from(landed);
    Cohort current = new Cohort(window, calendar, PriceBands.bundled(read.money().currency()));
    Sources sources = read.with(disputes(read, landed, current));
    try (Tasks tasks = new Tasks(AT_ONCE, () -> spark.sparkContext().cancelAllJobs())) {
      Groundwork ground =
          Groundwork.begun(
              sources, current, dateBefore(), new MartTasks(tasks, marts, intermediate));
      Made<FindingMarts> findings = new FindingTasks(ground, settings).begin();
      new SellerTasks(ground).begin(findings);
      writeProcess(ground);
      Made<Optional<Comparison>> comparison = writePastDates(ground);
      if (!landed.files().currentBatches(Adjustment.CONTRACT.name()).isEmpty()) {
        tellUnknownAdjustments(ground);
      }
      tasks.finish();
      return new Written(sources.money().currency(), comparison.get().orElse(null));
    }
  }

  /** Of a small lake all are made: to find out which ones need not be costs as much. */
  private DisputeSources disputes(Sources sources, LandedDatasets landed, Cohort current)
      throws IOException {
    if (earlier == null || settings.isRebuild() || SmallLake.isOf(spark)) {
      return sources.disputes();
    }
    return new EarlierDisputes(earlier, landed, sources.latestEvents(), intermediate)
        .besideStanding(sources.disputes(), Groundwork.cohorts(current).all(), calendar);
  }

  /** Writes what needs nothing but the disputes and their events. */
  private static void writeProcess(Groundwork ground) {
    Sources sources = ground.sources();
    MartTasks tasks = ground.tasks();
    Made<Dataset<Row>> disputes = ground.disputes().mart();
    Courses courses = new Courses(ground.current());
    tasks.write(OutcomeCounts.CONTRACT, () -> new Outcomes(sources.money()).from(disputes.get()));
    tasks.writeOneFile(
        ProcessVariant.CONTRACT, () -> courses.variants(disputes.get(), sources.events()));
    tasks.writeOneFile(ProcessStep.CONTRACT, () -> courses.steps(disputes.get(), sources.events()));
    tasks.writeOneFile(
        ProcessViolation.CONTRACT,
        () -> new Violations(ground.current()).from(ground.checkedDisputes()));
  }

  private Made<Optional<Comparison>> writePastDates(Groundwork ground) {
    Sources sources = ground.sources();
    CountedDates counted = new CountedDates(settings.asOfDate(), calendar, sources.money());
    Made<Dataset<Row>> now =
        ground
            .tasks()
            .writeOneFile(
                DailyCounts.CONTRACT,
                () ->
                    counted.from(
                        sources.orderLines().linesByDay(),
                        sources.events(),
                        ground.disputes().mart().get()));
    return ground
        .tasks()
        .begin(
            Restatement.CONTRACT.name(),
            marts ->
                Optional.ofNullable(
                    new PastDates(settings, counted, earlier)
                        .write(now.get(), ground::disputesAsOf, marts)));
  }

  private Optional<LocalDate> dateBefore() {
    return Optional.ofNullable(earlier).map(version -> version.name().asOfDate());
  }

  /** Somebody objected to a dispute that no log has: the one or the other is wrong. */
  private void tellUnknownAdjustments(Groundwork ground) {
    ground
        .tasks()
        .begin(
            "unknown_adjustments",
            marts -> {
              long unknown =
                  Adjustments.ofUnknownDisputes(
                          ground.sources().adjustments(),
                          ground.disputes().mart().get(),
                          calendar.endOf(settings.asOfDate()))
                      .count();
              log.info("Adjustments of disputes that no log has: {}", unknown);
              return unknown;
            });
  }
}
