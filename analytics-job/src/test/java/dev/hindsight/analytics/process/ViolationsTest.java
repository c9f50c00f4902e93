package dev.hindsight.analytics.process;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.datasets.marts.ProcessRule.DECISION_AFTER_REVIEW;
import static dev.hindsight.datasets.marts.ProcessRule.REPLY_WITHIN_48_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessRule;
import dev.hindsight.datasets.marts.ProcessViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class ViolationsTest {
  private static final StructType CHECKED =
      new StructType()
          .add(Dispute.SELLER_ID.name(), DataTypes.StringType)
          .add(Dispute.OPENED_DATE.name(), DataTypes.DateType)
          .add(
              RuleChecks.CHECKS.name(),
              DataTypes.createArrayType(
                  new StructType()
                      .add(RuleChecks.RULE.name(), DataTypes.StringType)
                      .add(RuleChecks.STATE.name(), DataTypes.StringType)));

  private final SparkSession spark;
  private final List<Row> checked = new ArrayList<>();

  ViolationsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** One of four: Wilson gives 0.0456 to 0.6994. */
  @Test
  void ratesHaveDenominatorAndInterval() {
    dispute("2026-01-02", REPLY_WITHIN_48_HOURS, RuleChecks.VIOLATED);
    dispute("2026-01-03", REPLY_WITHIN_48_HOURS, RuleChecks.KEPT);
    dispute("2026-01-04", REPLY_WITHIN_48_HOURS, RuleChecks.KEPT);
    dispute("2026-01-05", REPLY_WITHIN_48_HOURS, RuleChecks.KEPT);
    dispute("2026-01-06", REPLY_WITHIN_48_HOURS, RuleChecks.UNKNOWN);
    dispute("2025-12-31", REPLY_WITHIN_48_HOURS, RuleChecks.VIOLATED);

    ProcessViolation row = only();
    assertThat(row.responsibleParty()).isEqualTo(AccountableParty.SELLER);
    assertThat(row.checkedCount()).isEqualTo(4);
    assertThat(row.violationCount()).isEqualTo(1);
    assertThat(row.unknownCount()).isEqualTo(1);
    assertThat(row.violationRate()).isEqualTo(0.25);
    assertThat(row.violationRateLow()).isCloseTo(0.0456, within(5e-5));
    assertThat(row.violationRateHigh()).isCloseTo(0.6994, within(5e-5));
  }

  @Test
  void whatIsNeverKnownHasNoRate() {
    dispute("2026-01-02", DECISION_AFTER_REVIEW, RuleChecks.UNKNOWN);

    ProcessViolation row = only();
    assertThat(row.responsibleParty()).isEqualTo(AccountableParty.MARKETPLACE);
    assertThat(row.checkedCount()).isZero();
    assertThat(row.unknownCount()).isEqualTo(1);
    assertThat(row.violationRate()).isNull();
    assertThat(row.violationRateLow()).isNull();
  }

  private ProcessViolation only() {
    List<ProcessViolation> rows =
        ContractRows.records(
            new Violations(JANUARY).from(spark.createDataFrame(checked, CHECKED)),
            ProcessViolation.CONTRACT);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private void dispute(String opened, ProcessRule rule, String state) {
    checked.add(
        RowFactory.create(
            "s-1", LocalDate.parse(opened), new Row[] {RowFactory.create(rule.name(), state)}));
  }
}
