package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.renamed;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.SellerCause.ACCOUNTABLE_PARTY;
import static dev.hindsight.datasets.marts.SellerCause.ADJUSTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.AVOIDABLE_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.AVOIDABLE_COUNT_HIGH;
import static dev.hindsight.datasets.marts.SellerCause.AVOIDABLE_COUNT_LOW;
import static dev.hindsight.datasets.marts.SellerCause.BUYER_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.CAUSE;
import static dev.hindsight.datasets.marts.SellerCause.CHANGE_P_VALUE;
import static dev.hindsight.datasets.marts.SellerCause.CURRENCY;
import static dev.hindsight.datasets.marts.SellerCause.DISPUTED_AMOUNT;
import static dev.hindsight.datasets.marts.SellerCause.DISPUTE_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.IS_CONFIRMED;
import static dev.hindsight.datasets.marts.SellerCause.IS_FLAGGED;
import static dev.hindsight.datasets.marts.SellerCause.IS_FLAGGED_WEEK_BEFORE;
import static dev.hindsight.datasets.marts.SellerCause.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_RATIO;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerCause.PREVIOUS_RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerCause.Q_VALUE;
import static dev.hindsight.datasets.marts.SellerCause.RATIO;
import static dev.hindsight.datasets.marts.SellerCause.RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerCause.RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerCause.REFUNDED_AMOUNT;
import static dev.hindsight.datasets.marts.SellerCause.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerCause.SHRUNKEN_RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerCause.TOP_BUYER_COUNT;
import static dev.hindsight.datasets.marts.SellerCause.UNCONVERTED_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.statistics.Flag;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.analytics.taxonomy.Accountability;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What every seller is disputed for, beside what similar sellers are. */
public record SellerCauses(Cohort cohort, ReportingMoney money, IntermediateRows intermediate) {
  /** How many days before a pair must have been flagged, too, to be confirmed. */
  public static final int DAYS_TO_CONFIRM = 7;

  private static final Field ORDERS_OF_BUYER = scratch("orders_of_buyer");
  private static final Field PARTY = scratch("party_of_disputes");

  /**
   * One row per seller that sold something in the window, and cause.
   *
   * @param expectation of the cohort, of the one as of a week before, and of those before each
   * @param disputes as of the date
   */
  public Dataset<Row> from(Dataset<Row> expectation, Dataset<Row> disputes, Dataset<Row> taxonomy) {
    Dataset<Row> flagged = flagged(cohort, expectation, "causes");
    Dataset<Row> weekAgo =
        flagged(cohort.daysAgo(DAYS_TO_CONFIRM), expectation, "causes_week_ago")
            .select(col(SELLER_ID), col(CAUSE), as(IS_FLAGGED_WEEK_BEFORE, col(IS_FLAGGED)))
            .where(col(IS_FLAGGED_WEEK_BEFORE));
    Dataset<Row> both = enriched(flagged, weekAgo, SELLER_ID, CAUSE);
    both = with(both, IS_FLAGGED_WEEK_BEFORE, coalesce(col(IS_FLAGGED_WEEK_BEFORE), lit(false)));
    return with(both, IS_CONFIRMED, col(IS_FLAGGED).and(col(IS_FLAGGED_WEEK_BEFORE)))
        .transform(SellerCauses::withRatios)
        .transform(SellerCauses::withAvoidable)
        .transform(rows -> withParty(rows, taxonomy, disputes))
        .transform(rows -> with(rows, CURRENCY, money.currencyName()))
        .transform(cohort::stamped);
  }

  private Dataset<Row> flagged(Cohort of, Dataset<Row> expectation, String name) {
    Column isTested = col(CAUSE).notEqual(lit(Taxonomy.UNMAPPED));
    Dataset<Row> compared =
        new Comparison(intermediate, name, SELLER_ID, CAUSE)
            .of(of, expectation.where(Expectation.isOfOneCause()), isTested);
    return with(compared, IS_FLAGGED, coalesce(isFlagged(), lit(false)));
  }

  /** As {@link Flag#isFlagged} has it; false where nothing is tested. */
  private static Column isFlagged() {
    return col(Q_VALUE)
        .lt(lit(Flag.Q_BELOW))
        .and(col(OBSERVED_COUNT).geq(lit(Flag.FEWEST_OBSERVED)))
        .and(ratio(OBSERVED_COUNT, EXPECTED_COUNT).geq(lit(Flag.LEAST_RATIO)));
  }

  private static Dataset<Row> withRatios(Dataset<Row> rows) {
    Column change =
        TestColumns.changePValue(
            col(OBSERVED_COUNT),
            col(EXPECTED_COUNT),
            col(PREVIOUS_OBSERVED_COUNT),
            col(PREVIOUS_EXPECTED_COUNT));
    Dataset<Row> rated =
        with(
            rows,
            Map.of(
                RATIO, ratio(OBSERVED_COUNT, EXPECTED_COUNT),
                PREVIOUS_RATIO, ratio(PREVIOUS_OBSERVED_COUNT, PREVIOUS_EXPECTED_COUNT),
                CHANGE_P_VALUE, change));
    Column now = IntervalColumns.ratio(col(OBSERVED_COUNT), col(EXPECTED_COUNT));
    Column before =
        IntervalColumns.ratio(col(PREVIOUS_OBSERVED_COUNT), col(PREVIOUS_EXPECTED_COUNT));
    return withBounds(
        withBounds(rated, now, RATIO_LOW, RATIO_HIGH),
        before,
        PREVIOUS_RATIO_LOW,
        PREVIOUS_RATIO_HIGH);
  }

  private static Column ratio(Field observed, Field expected) {
    return try_divide(col(observed), col(expected));
  }

  private static Dataset<Row> withAvoidable(Dataset<Row> rows) {
    return with(
        rows,
        Map.of(
            AVOIDABLE_COUNT, excess(SHRUNKEN_RATIO),
            AVOIDABLE_COUNT_LOW, excess(SHRUNKEN_RATIO_LOW),
            AVOIDABLE_COUNT_HIGH, excess(SHRUNKEN_RATIO_HIGH)));
  }

  private static Column excess(Field ratio) {
    return col(ratio).minus(lit(1)).multiply(col(EXPECTED_COUNT));
  }

  private Dataset<Row> withParty(Dataset<Row> rows, Dataset<Row> taxonomy, Dataset<Row> disputes) {
    Dataset<Row> counted = enriched(rows, disputed(disputes), SELLER_ID, CAUSE);
    counted = enriched(counted, adjusted(disputes), SELLER_ID, CAUSE);
    counted = enriched(counted, buyers(disputes), SELLER_ID, CAUSE);
    Dataset<Row> usual =
        taxonomy.select(cols(Taxonomy.CAUSE, Taxonomy.ACCOUNTABLE_WHEN_SELLER_FULFILS));
    Dataset<Row> known =
        withZeros(
            enriched(counted, broadcast(usual), CAUSE),
            DISPUTE_COUNT,
            ADJUSTED_COUNT,
            UNCONVERTED_COUNT);
    Column party =
        coalesce(
            col(PARTY),
            col(Taxonomy.ACCOUNTABLE_WHEN_SELLER_FULFILS),
            lit(AccountableParty.NOBODY.name()));
    return with(known, ACCOUNTABLE_PARTY, party);
  }

  private Dataset<Row> disputed(Dataset<Row> disputes) {
    Dataset<Row> summed =
        cohort
            .disputed(disputes)
            .where(not(col(Dispute.IS_ADJUSTED)))
            .groupBy(cols(Dispute.SELLER_ID, Dispute.CAUSE))
            .agg(
                as(DISPUTE_COUNT, count(lit(1))),
                as(DISPUTED_AMOUNT, money.total(col(Dispute.DISPUTED_AMOUNT))),
                as(REFUNDED_AMOUNT, money.total(col(Dispute.REFUNDED_AMOUNT))),
                as(UNCONVERTED_COUNT, money.unconvertedCount()),
                as(PARTY, Accountability.ofDisputes()));
    return renamed(renamed(summed, Dispute.SELLER_ID, SELLER_ID), Dispute.CAUSE, CAUSE);
  }

  private Dataset<Row> adjusted(Dataset<Row> disputes) {
    return cohort
        .disputed(disputes)
        .where(col(Dispute.IS_ADJUSTED))
        .groupBy(as(SELLER_ID, col(Dispute.SELLER_ID)), as(CAUSE, col(Dispute.CAUSE)))
        .agg(as(ADJUSTED_COUNT, count(lit(1))));
  }

  private Dataset<Row> buyers(Dataset<Row> disputes) {
    return cohort
        .counted(disputes)
        .where(col(Dispute.BUYER_ID).isNotNull())
        .groupBy(cols(Dispute.SELLER_ID, Dispute.CAUSE, Dispute.BUYER_ID))
        .agg(as(ORDERS_OF_BUYER, count(lit(1))))
        .groupBy(as(SELLER_ID, col(Dispute.SELLER_ID)), as(CAUSE, col(Dispute.CAUSE)))
        .agg(as(BUYER_COUNT, count(lit(1))), as(TOP_BUYER_COUNT, max(col(ORDERS_OF_BUYER))));
  }
}
