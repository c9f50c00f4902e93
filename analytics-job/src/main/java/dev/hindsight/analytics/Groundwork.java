package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.without;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.cohort.Cohorts;
import dev.hindsight.analytics.dataset.Conforming;
import dev.hindsight.analytics.disputes.Disputes;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.findings.SellerCauses;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the marts of a version are built on, in the making.
 *
 * @param current the cohort of the version
 * @param disputes what has become of every dispute: in {@code states} only of those that the
 *     version makes, in the mart of all
 * @param compared what sellers of all cohorts had, beside what was to be expected
 */
record Groundwork(
    Sources sources, Cohort current, MartTasks tasks, KnownDisputes disputes, Compared compared) {

  /**
   * @param states as of the last date of each cohort, and of the version before
   * @param mart as of the date
   */
  record KnownDisputes(Made<Dataset<Row>> states, Made<Dataset<Row>> mart) {
    Dataset<Row> asOfEnd(Cohort cohort) {
      return asOf(cohort.window().lastDate());
    }

    Dataset<Row> asOf(LocalDate date) {
      return states.get().where(col(Dispute.AS_OF_DATE).equalTo(lit(date)));
    }
  }

  /**
   * @param sold order lines of the cohorts
   * @param expectation observed and expected
   */
  record Compared(Made<Dataset<Row>> sold, Made<Cells> cells, Made<Dataset<Row>> expectation) {
    Dataset<Row> sold(Cohort cohort) {
      return Expectation.ofCohort(sold.get(), cohort);
    }

    Dataset<Row> expected(Cohort cohort) {
      return Expectation.ofCohort(expectation.get(), cohort);
    }
  }

  /**
   * Begins it, and writes the disputes.
   *
   * @param before the date of the version before, if any
   */
  static Groundwork begun(
      Sources sources, Cohort current, Optional<LocalDate> before, MartTasks tasks) {
    Cohorts cohorts = cohorts(current);
    List<LocalDate> dates =
        Stream.concat(cohorts.lastDates().stream(), before.stream()).distinct().toList();
    Made<Dataset<Row>> states =
        tasks.keep(
            "disputes", () -> sources.disputes().states(new Disputes(dates, current.calendar())));
    Made<Dataset<Row>> mart =
        tasks.write(
            Dispute.CONTRACT,
            () -> {
              KnownDisputes made = new KnownDisputes(states, states);
              return Conforming.conform(checked(made, sources, current), Dispute.CONTRACT)
                  .unionByName(sources.disputes().standing(current.window().lastDate()));
            });
    return new Groundwork(
        sources,
        current,
        tasks,
        new KnownDisputes(states, mart),
        compared(cohorts, sources, states, tasks));
  }

  /** What sellers are compared in: the window and the one before, and both a week ago. */
  static Cohorts cohorts(Cohort current) {
    Cohort weekAgo = current.daysAgo(SellerCauses.DAYS_TO_CONFIRM);
    return new Cohorts(List.of(current, current.previous(), weekAgo, weekAgo.previous()));
  }

  private static Compared compared(
      Cohorts cohorts, Sources sources, Made<Dataset<Row>> states, MartTasks tasks) {
    Made<Dataset<Row>> sold = tasks.keep("sold", () -> cohorts.sold(sources.transactions()));
    Made<Dataset<Row>> lines = tasks.keep("cells", () -> Cells.withAnyFulfilment(sold.get()));
    Made<Dataset<Row>> observed = tasks.keep("observed", () -> cohorts.observed(states.get()));
    Made<Cells> cells = () -> new Cells(lines.get(), observed.get());
    return new Compared(
        sold, cells, tasks.keep("expectation", () -> Expectation.from(cells.get())));
  }

  /** All disputes as of a date that their states are known of, but for the rules they broke. */
  Dataset<Row> disputesAsOf(LocalDate date) {
    return disputes
        .asOf(date)
        .unionByName(
            without(sources.disputes().standing(date), Dispute.VIOLATIONS, Dispute.VIOLATION_COUNT),
            true);
  }

  /** The disputes that are made as of the date, with what became of each rule. */
  Dataset<Row> checkedDisputes() {
    return checked(disputes, sources, current);
  }

  private static Dataset<Row> checked(KnownDisputes disputes, Sources sources, Cohort current) {
    return new RuleChecks(current.calendar().endOf(current.window().lastDate()))
        .beside(disputes.asOfEnd(current), sources.events());
  }
}
