package dev.hindsight.analytics.fairness;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_DIMENSION;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_VALUE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.GroupDimension;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The disputes decided in a window, counted by group, cause, band of the disputed amount and
 * decision.
 */
record DecidedGroups(Cohort cohort) {
  static final Field AMOUNT_BAND = scratch("amount_band");

  /** Decided disputes of the group in the cell, in any way. */
  static final Field OWN = scratch("own");

  /** Of those, decided in the row's way. */
  static final Field OWN_HITS = scratch("own_hits");

  private static final Field GROUP = scratch("group_of_dispute");
  private static final Field DECISION = scratch("decision_of_cell");

  static final List<Outcome> DECISIONS =
      Arrays.stream(Outcome.values()).filter(Outcome::isDecision).toList();

  /**
   * One row per dimension, group, cause, band and decision, also where nothing was decided so.
   *
   * @param disputes as of the date
   * @param counts the sellers' order lines of the window
   */
  Dataset<Row> from(Dataset<Row> disputes, Dataset<Row> counts) {
    Column isDecision = col(Dispute.OUTCOME).isin(names());
    Column decidedDay = cohort.calendar().dateOf(col(Dispute.DECIDED_AT));
    Dataset<Row> decided = disputes.where(isDecision.and(cohort.window().contains(decidedDay)));
    Dataset<Row> sized =
        enriched(
            decided,
            counts.select(cols(SellerScorecard.SELLER_ID, SellerScorecard.TRANSACTION_COUNT)),
            SellerScorecard.SELLER_ID);
    Column band = cohort.prices().of(col(Dispute.DISPUTED_AMOUNT), col(Dispute.CURRENCY));
    Dataset<Row> grouped =
        unfolded(with(with(sized, AMOUNT_BAND, band), GROUP, explode(groups())), GROUP);
    return unfolded(
        with(
                grouped
                    .where(col(GROUP_VALUE).isNotNull())
                    .groupBy(cols(GROUP_DIMENSION, GROUP_VALUE, Dispute.CAUSE, AMOUNT_BAND))
                    .agg(as(OWN, count(lit(1))), hits()),
                DECISION,
                explode(decisions()))
            .select(cols(GROUP_DIMENSION, GROUP_VALUE, Dispute.CAUSE, AMOUNT_BAND, OWN, DECISION)),
        DECISION);
  }

  private static Object[] names() {
    return DECISIONS.stream().map(Enum::name).toArray();
  }

  private static Column groups() {
    return array(
        group(GroupDimension.SELLER_SIZE, SellerSize.of(col(SellerScorecard.TRANSACTION_COUNT))),
        group(GroupDimension.FULFILLED_BY, col(Dispute.FULFILLED_BY)),
        group(GroupDimension.SHIP_REGION, col(Dispute.SHIP_REGION)));
  }

  private static Column group(GroupDimension dimension, Column value) {
    return struct(as(GROUP_DIMENSION, lit(dimension.name())), as(GROUP_VALUE, value));
  }

  private static Column[] hits() {
    return DECISIONS.stream()
        .map(
            decision ->
                as(hits(decision), count_if(col(Dispute.OUTCOME).equalTo(lit(decision.name())))))
        .toArray(Column[]::new);
  }

  private static Column decisions() {
    return array(
        DECISIONS.stream()
            .map(
                decision ->
                    struct(
                        as(Dispute.OUTCOME, lit(decision.name())),
                        as(OWN_HITS, col(hits(decision)))))
            .toArray(Column[]::new));
  }

  private static Field hits(Outcome decision) {
    return scratch("hits_" + decision);
  }
}
