package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order lines of some sellers, once for each cause in question, each with what it weighs in the
 * pair's expected count ({@link Expectation#OTHERS_RATE}) and whether it is one of the observed.
 */
public record WeighedLines(Cohort cohort) {

  /**
   * The columns of the transactions and those of {@link Cohort#lines}, and {@code cause,
   * others_rate, observed_count} 0 or 1. Lines that nothing is to be compared with are left out.
   *
   * @param pairs {@code seller_id, cause}, each once
   * @param cells of all sellers
   * @param disputes as of the date
   */
  public Dataset<Row> from(
      Dataset<Row> pairs, Cells cells, Dataset<Row> transactions, Dataset<Row> disputes) {
    Dataset<Row> weighed =
        joined(
            joined(cohort.lines(transactions), pairs, SELLER_ID),
            Expectation.rates(pairs, cells, cohort),
            SELLER_ID,
            Expectation.CAUSE,
            Transaction.CATEGORY,
            Cohort.PRICE_BAND,
            Cohort.ORDER_WEEK);
    Dataset<Row> disputed =
        enriched(
            weighed,
            observed(cohort, disputes),
            SELLER_ID,
            Expectation.CAUSE,
            Transaction.TRANSACTION_ID,
            Transaction.ORDERED_AT);
    return with(disputed, OBSERVED_COUNT, coalesce(col(OBSERVED_COUNT), lit(0L)));
  }

  /**
   * The order lines of the counted disputes: {@code seller_id, cause, transaction_id, ordered_at,
   * observed_count} 1.
   */
  public static Dataset<Row> observed(Cohort cohort, Dataset<Row> disputes) {
    return cohort
        .counted(disputes)
        .select(
            as(SELLER_ID, col(Dispute.SELLER_ID)),
            as(Expectation.CAUSE, col(Dispute.CAUSE)),
            as(Transaction.TRANSACTION_ID, col(Dispute.TRANSACTION_ID)),
            as(Transaction.ORDERED_AT, col(Dispute.ORDERED_AT)),
            as(OBSERVED_COUNT, lit(1L)));
  }
}
