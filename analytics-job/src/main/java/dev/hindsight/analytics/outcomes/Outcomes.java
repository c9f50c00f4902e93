package dev.hindsight.analytics.outcomes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.datasets.landed.Outcome.ACCEPTED_BY_SELLER;
import static dev.hindsight.datasets.landed.Outcome.BUYER_FAVOUR;
import static dev.hindsight.datasets.landed.Outcome.MARKETPLACE_PAID;
import static dev.hindsight.datasets.landed.Outcome.OPEN;
import static dev.hindsight.datasets.landed.Outcome.PARTIAL;
import static dev.hindsight.datasets.landed.Outcome.SELLER_FAVOUR;
import static dev.hindsight.datasets.landed.Outcome.WITHDRAWN;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.OutcomeCounts;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts how the disputes of each seller, category, cause and month opened have ended. */
public record Outcomes(ReportingMoney money) {

  public Dataset<Row> from(Dataset<Row> disputes) {
    return disputes
        .groupBy(cols(Dispute.SELLER_ID, Dispute.CATEGORY, Dispute.CAUSE, Dispute.OPENED_MONTH))
        .agg(
            as(OutcomeCounts.DISPUTE_COUNT, count(lit(1))),
            as(OutcomeCounts.DISPUTED_TRANSACTION_COUNT, disputedTransactionCount()),
            as(OutcomeCounts.RESOLVED_BY_SELLER_COUNT, ended(ACCEPTED_BY_SELLER)),
            as(OutcomeCounts.ESCALATED_COUNT, count(col(Dispute.ESCALATED_AT))),
            as(OutcomeCounts.DECIDED_COUNT, decided()),
            as(OutcomeCounts.SELLER_FAVOUR_COUNT, ended(SELLER_FAVOUR)),
            as(OutcomeCounts.BUYER_FAVOUR_COUNT, ended(BUYER_FAVOUR)),
            as(OutcomeCounts.PARTIAL_COUNT, ended(PARTIAL)),
            as(OutcomeCounts.MARKETPLACE_PAID_COUNT, ended(MARKETPLACE_PAID)),
            as(OutcomeCounts.WITHDRAWN_COUNT, ended(WITHDRAWN)),
            as(OutcomeCounts.OPEN_COUNT, ended(OPEN)),
            as(OutcomeCounts.ADJUSTED_COUNT, count_if(col(Dispute.IS_ADJUSTED))),
            as(OutcomeCounts.DISPUTED_AMOUNT, money.total(col(Dispute.DISPUTED_AMOUNT))),
            as(OutcomeCounts.REFUNDED_AMOUNT, money.total(col(Dispute.REFUNDED_AMOUNT))),
            as(OutcomeCounts.CURRENCY, money.currencyName()),
            as(OutcomeCounts.UNCONVERTED_COUNT, money.unconvertedCount()),
            as(OutcomeCounts.AS_OF_DATE, max(col(Dispute.AS_OF_DATE))));
  }

  /** Aggregate: disputes that ended in one of these ways. */
  public static Column ended(Outcome... ways) {
    return count_if(col(Dispute.OUTCOME).isin(Arrays.stream(ways).map(Outcome::name).toArray()));
  }

  /**
   * Aggregate: distinct order lines; a dispute without a known line counts as a line of its own.
   */
  static Column disputedTransactionCount() {
    Column isFound = col(Dispute.IS_TRANSACTION_FOUND);
    return count_distinct(
        struct(
            when(isFound, col(Dispute.TRANSACTION_ID)),
            when(isFound, col(Dispute.ORDERED_AT)),
            when(isFound, lit(null)).otherwise(col(Dispute.DISPUTE_ID))));
  }

  /** Aggregate: disputes that the marketplace decided. */
  public static Column decided() {
    return ended(
        Arrays.stream(Outcome.values()).filter(Outcome::isDecision).toArray(Outcome[]::new));
  }
}
