package dev.hindsight.analytics.process;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.ProcessViolation.CHECKED_COUNT;
import static dev.hindsight.datasets.marts.ProcessViolation.PROCESS_RULE;
import static dev.hindsight.datasets.marts.ProcessViolation.RESPONSIBLE_PARTY;
import static dev.hindsight.datasets.marts.ProcessViolation.SELLER_ID;
import static dev.hindsight.datasets.marts.ProcessViolation.UNKNOWN_COUNT;
import static dev.hindsight.datasets.marts.ProcessViolation.VIOLATION_COUNT;
import static dev.hindsight.datasets.marts.ProcessViolation.VIOLATION_RATE;
import static dev.hindsight.datasets.marts.ProcessViolation.VIOLATION_RATE_HIGH;
import static dev.hindsight.datasets.marts.ProcessViolation.VIOLATION_RATE_LOW;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessRule;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How often sellers' disputes, opened in the window, keep to the rules of the process. */
public record Violations(Cohort cohort) {
  private static final Field CHECK = scratch("rule_check");

  /**
   * One row per seller and rule.
   *
   * @param checked {@link RuleChecks#beside}
   */
  public Dataset<Row> from(Dataset<Row> checked) {
    Dataset<Row> checks =
        unfolded(
            checked
                .where(cohort.window().contains(col(Dispute.OPENED_DATE)))
                .select(
                    as(SELLER_ID, col(Dispute.SELLER_ID)),
                    as(CHECK, explode(col(RuleChecks.CHECKS)))),
            CHECK);
    Dataset<Row> counted =
        with(with(checks, PROCESS_RULE, col(RuleChecks.RULE)), RESPONSIBLE_PARTY, party())
            .groupBy(cols(SELLER_ID, PROCESS_RULE, RESPONSIBLE_PARTY))
            .agg(
                as(CHECKED_COUNT, count_if(isIn(RuleChecks.KEPT, RuleChecks.VIOLATED))),
                as(VIOLATION_COUNT, count_if(isIn(RuleChecks.VIOLATED))),
                as(UNKNOWN_COUNT, count_if(isIn(RuleChecks.UNKNOWN))));
    Dataset<Row> rated =
        with(counted, VIOLATION_RATE, try_divide(col(VIOLATION_COUNT), col(CHECKED_COUNT)));
    return cohort.stamped(
        withBounds(
            rated,
            IntervalColumns.wilson(col(VIOLATION_COUNT), col(CHECKED_COUNT)),
            VIOLATION_RATE_LOW,
            VIOLATION_RATE_HIGH));
  }

  private static Column isIn(Object... states) {
    return col(RuleChecks.STATE).isin(states);
  }

  private static Column party() {
    Column party = lit(null).cast("string");
    for (ProcessRule rule : ProcessRule.values()) {
      party =
          when(col(RuleChecks.RULE).equalTo(lit(rule.name())), lit(rule.responsibleParty().name()))
              .otherwise(party);
    }
    return party;
  }
}
