package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.analytics.reports.NestedColumns.comparison;
import static dev.hindsight.analytics.reports.NestedColumns.orEmpty;
import static dev.hindsight.datasets.landed.ReportFrequency.WEEKLY;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.scorecards.Endings;
import dev.hindsight.analytics.statistics.Peers;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Everything that each seller's report shows, one nested row a seller. */
public record SellerReports(Cohort cohort) {
  private static final Field[] LISTS = {
    SellerReport.CAUSES,
    SellerReport.MONTHS,
    SellerReport.FINDINGS,
    SellerReport.TASKS,
    SellerReport.FADED_FINDINGS,
    SellerReport.ALARMS,
    SellerReport.BOUNDS,
    SellerReport.WAITING,
    SellerReport.CASES
  };

  /** Every seller that has a scorecard. */
  public Dataset<Row> from(ReportSources sources) {
    Dataset<Row> rows = named(sources.scorecards(), sources.sellers());
    rows = enriched(rows, peers(sources.expectation()), SELLER_ID);
    rows = enriched(rows, withoutLoggedSteps(sources.endings()), SELLER_ID);
    rows = enriched(rows, new CauseLines(cohort).from(sources), SELLER_ID);
    rows = enriched(rows, new FindingLines(cohort).findings(sources), SELLER_ID);
    rows = enriched(rows, new FindingLines(cohort).faded(sources), SELLER_ID);
    rows = enriched(rows, TaskLines.from(sources), SELLER_ID);
    rows = enriched(rows, new NoticeLines(cohort).alarms(sources), SELLER_ID);
    rows = enriched(rows, new NoticeLines(cohort).bounds(sources), SELLER_ID);
    rows = enriched(rows, new TimeLines(cohort).from(sources), SELLER_ID);
    rows = enriched(rows, new MonthLines(cohort).from(sources), SELLER_ID);
    rows = enriched(rows, new CaseLines(cohort).from(sources), SELLER_ID);
    return rows.transform(SellerReports::compared)
        .transform(SellerReports::withEndings)
        .transform(SellerReports::withoutGaps)
        .transform(cohort::stamped);
  }

  private static Dataset<Row> named(Dataset<Row> scorecards, Dataset<Row> sellers) {
    Dataset<Row> addresses =
        sellers.select(
            col(Seller.SELLER_ID),
            as(SellerReport.SELLER_NAME, col(Seller.NAME)),
            col(Seller.EMAIL),
            col(Seller.LOCALE),
            col(Seller.TIME_ZONE),
            as(SellerReport.REPORT_FREQUENCY, col(Seller.REPORTS)));
    Column[] compared =
        cols(
            SELLER_ID,
            SellerScorecard.ORDER_COUNT,
            SellerScorecard.OBSERVED_COUNT,
            SellerScorecard.ADJUSTED_COUNT,
            SellerScorecard.EXPECTED_COUNT,
            SellerScorecard.Q_VALUE,
            SellerScorecard.SPREAD,
            SellerScorecard.RATING,
            SellerScorecard.ACCOUNTABLE_OBSERVED_COUNT,
            SellerScorecard.ACCOUNTABLE_EXPECTED_COUNT,
            SellerScorecard.CHANGE_P_VALUE,
            SellerScorecard.WIN_RATE,
            SellerScorecard.WIN_RATE_LOW,
            SellerScorecard.WIN_RATE_HIGH,
            SellerScorecard.OPENED_DISPUTE_COUNT,
            SellerScorecard.PREVIOUS_TRANSACTION_COUNT,
            SellerScorecard.PREVIOUS_OBSERVED_COUNT,
            SellerScorecard.PREVIOUS_EXPECTED_COUNT,
            SellerScorecard.ESCALATED_COUNT,
            SellerScorecard.REPLIED_IN_48H_COUNT,
            SellerScorecard.REPLY_DUE_COUNT,
            SellerScorecard.CURRENCY);
    return enriched(scorecards.select(compared), addresses, SELLER_ID);
  }

  private static Dataset<Row> peers(Dataset<Row> expectation) {
    return expectation
        .where(col(Expectation.CAUSE).equalTo(lit(Cohort.ANY_CAUSE)))
        .where(col(SellerReport.PEER_COUNT).geq(lit(Peers.FEWEST_SELLERS)))
        .select(cols(SELLER_ID, SellerReport.PEER_COUNT));
  }

  /** Scorecards have them, also of sellers without a dispute. */
  private static Dataset<Row> withoutLoggedSteps(Dataset<Row> endings) {
    return without(
        endings,
        SellerScorecard.ESCALATED_COUNT,
        SellerScorecard.REPLIED_IN_48H_COUNT,
        SellerScorecard.REPLY_DUE_COUNT);
  }

  private static Dataset<Row> compared(Dataset<Row> rows) {
    Column previous =
        comparison(
            col(SellerScorecard.PREVIOUS_OBSERVED_COUNT),
            col(SellerScorecard.PREVIOUS_EXPECTED_COUNT),
            col(SellerScorecard.SPREAD));
    Column hadOrders = col(SellerScorecard.PREVIOUS_TRANSACTION_COUNT).gt(lit(0));
    Column total =
        comparison(
            col(SellerScorecard.OBSERVED_COUNT),
            col(SellerScorecard.EXPECTED_COUNT),
            col(SellerScorecard.SPREAD));
    return with(
        rows,
        Map.of(
            SellerReport.TOTAL,
            total,
            SellerReport.TOTAL_Q_VALUE,
            col(SellerScorecard.Q_VALUE),
            SellerReport.PREVIOUS,
            when(hadOrders, previous)));
  }

  private static Dataset<Row> withEndings(Dataset<Row> rows) {
    Column ended =
        struct(
            col(SellerScorecard.OPENED_DISPUTE_COUNT).as("opened_count"),
            count(Endings.RESOLVED_BY_SELLER_COUNT),
            count(SellerScorecard.SELLER_FAVOUR_COUNT),
            count(SellerScorecard.BUYER_FAVOUR_COUNT),
            count(SellerScorecard.PARTIAL_COUNT),
            col(SellerScorecard.WIN_RATE),
            col(SellerScorecard.WIN_RATE_LOW),
            col(SellerScorecard.WIN_RATE_HIGH),
            count(Endings.MARKETPLACE_PAID_COUNT),
            count(Endings.WITHDRAWN_COUNT),
            count(Endings.OPEN_COUNT),
            col(SellerScorecard.ESCALATED_COUNT),
            col(SellerScorecard.REPLIED_IN_48H_COUNT),
            col(SellerScorecard.REPLY_DUE_COUNT),
            col(SellerScorecard.REFUNDED_AMOUNT),
            col(SellerScorecard.CURRENCY),
            count(SellerScorecard.UNCONVERTED_COUNT));
    return with(rows, SellerReport.ENDINGS, ended);
  }

  private static Column count(Field count) {
    return as(count, orZero(count));
  }

  private static Dataset<Row> withoutGaps(Dataset<Row> rows) {
    Map<Field, Column> filled = new HashMap<>();
    for (Field list : LISTS) {
      filled.put(list, orEmpty(list));
    }
    filled.put(SellerReport.UNMATCHED_COUNT, orZero(Endings.UNMATCHED_COUNT));
    filled.put(SellerReport.WAITING_COUNT, orZero(SellerReport.WAITING_COUNT));
    filled.put(SellerReport.CASE_COUNT, orZero(SellerReport.CASE_COUNT));
    filled.put(
        SellerReport.REPORT_FREQUENCY,
        coalesce(col(SellerReport.REPORT_FREQUENCY), lit(WEEKLY.name())));
    return with(rows, filled);
  }

  private static Column orZero(Field count) {
    return coalesce(col(count), lit(0L));
  }
}
