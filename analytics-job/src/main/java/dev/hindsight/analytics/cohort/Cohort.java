package dev.hindsight.analytics.cohort;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.SellerScorecard.ORDER_COUNT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The orders placed in a window, and which of them were disputed by its end. */
public record Cohort(Window window, ReportingCalendar calendar, PriceBands prices) {
  /** The cause under which an order counts once, whatever it was disputed for. */
  public static final String ANY_CAUSE = "*";

  /** The cause under which an order counts once, for whatever the seller is accountable for. */
  public static final String ANY_CAUSE_OF_SELLER = "*SELLER";

  /** The last date of the window: tells the rows of one cohort from those of another. */
  public static final Field COHORT_DATE = scratch("cohort_date");

  public static final Field PRICE_BAND = scratch("price_band");

  /**
   * Who stored and shipped the order, where that decides who is accountable: under {@link
   * #ANY_CAUSE_OF_SELLER}. {@link #ANY_FULFILMENT} elsewhere.
   */
  public static final Field FULFILMENT = scratch("fulfilment");

  public static final String ANY_FULFILMENT = "*";

  /** Monday of the week of the order. */
  public static final Field ORDER_WEEK = scratch("order_week");

  /** The date of the order in the reporting time zone. */
  public static final Field ORDERED_DAY = OrderLines.ORDERED_DAY;

  private static final Field EARLIEST_FIRST = scratch("earliest_first");

  /** The same length before it, as it was known at its own end. */
  public Cohort previous() {
    return new Cohort(window.previous(), calendar, prices);
  }

  /** The window of the same length that ended so many days before, as it was known then. */
  public Cohort daysAgo(int days) {
    return new Cohort(window.daysAgo(days), calendar, prices);
  }

  /** The order lines of the window, with their reporting date, price band and order week. */
  public Dataset<Row> lines(Dataset<Row> transactions) {
    return banded(ordered(transactions));
  }

  /** Order lines per cohort, seller, category, price band, order week and fulfilment. */
  public Dataset<Row> sold(Dataset<Row> transactions) {
    return new Cohorts(List.of(this)).sold(transactions);
  }

  /** Distinct orders per seller. */
  public Dataset<Row> orders(Dataset<Row> transactions) {
    return ordered(transactions)
        .groupBy(col(Transaction.SELLER_ID))
        .agg(as(ORDER_COUNT, count_distinct(col(Transaction.ORDER_ID))));
  }

  /** The disputes of the window's orders whose order line is known, adjusted ones included. */
  public Dataset<Row> disputed(Dataset<Row> disputes) {
    return disputes.where(
        col(Dispute.IS_TRANSACTION_FOUND).and(window.contains(col(Dispute.ORDERED_DATE))));
  }

  /**
   * One dispute per order and cause: of each order the earliest opened dispute of each cause, of
   * any cause ({@link #ANY_CAUSE}), and of any that the seller is accountable for ({@link
   * #ANY_CAUSE_OF_SELLER}); ties by transaction, then dispute. Adjusted disputes are left out.
   */
  public Dataset<Row> counted(Dataset<Row> disputes) {
    return foremost(disputed(disputes)).where(not(col(Dispute.IS_ADJUSTED)));
  }

  /**
   * How many are {@link #counted} per cohort, cause, seller, category, price band, order week and
   * fulfilment; 0 where all are adjusted, so that the cause is not forgotten.
   */
  public Dataset<Row> observed(Dataset<Row> disputes) {
    return grouped(foremost(disputed(disputes)), lit(window.lastDate()));
  }

  /**
   * As of each date {@link #counted}, and an adjusted dispute of each order and cause that has no
   * other.
   */
  static Dataset<Row> foremost(Dataset<Row> disputed) {
    Column isOfSeller = col(Dispute.ACCOUNTABLE_PARTY).equalTo(lit(AccountableParty.SELLER.name()));
    Column causes =
        array(col(Dispute.CAUSE), lit(ANY_CAUSE), when(isOfSeller, lit(ANY_CAUSE_OF_SELLER)));
    Dataset<Row> underAllCauses = with(disputed, Dispute.CAUSE, explode(array_compact(causes)));
    Dataset<Row> ranked = with(underAllCauses, EARLIEST_FIRST, earliestOfOrder());
    return without(ranked.where(col(EARLIEST_FIRST).equalTo(lit(1))), EARLIEST_FIRST);
  }

  Dataset<Row> grouped(Dataset<Row> foremost, Column cohortDate) {
    Column fulfilment =
        when(col(Dispute.CAUSE).equalTo(lit(ANY_CAUSE_OF_SELLER)), fulfilment(Dispute.FULFILLED_BY))
            .otherwise(lit(ANY_FULFILMENT));
    Column band = prices.of(col(Dispute.TRANSACTION_AMOUNT), col(Dispute.TRANSACTION_CURRENCY));
    return foremost
        .groupBy(
            as(COHORT_DATE, cohortDate),
            col(Dispute.CAUSE),
            col(Dispute.SELLER_ID),
            col(Dispute.CATEGORY),
            as(PRICE_BAND, band),
            as(ORDER_WEEK, ReportingCalendar.weekOf(col(Dispute.ORDERED_DATE))),
            as(FULFILMENT, fulfilment))
        .agg(as(SellerScorecard.OBSERVED_COUNT, count_if(not(col(Dispute.IS_ADJUSTED)))));
  }

  Dataset<Row> banded(Dataset<Row> ordered) {
    return with(
        ordered,
        Map.of(
            PRICE_BAND,
            prices.of(col(Transaction.AMOUNT), col(Transaction.CURRENCY)),
            ORDER_WEEK,
            ReportingCalendar.weekOf(col(ORDERED_DAY))));
  }

  /** The rows with the dates that every mart of a window carries. */
  public Dataset<Row> stamped(Dataset<Row> rows) {
    return with(
        rows,
        Map.of(
            SellerScorecard.AS_OF_DATE,
            lit(window.lastDate()),
            SellerScorecard.WINDOW_START_DATE,
            lit(window.firstDate()),
            SellerScorecard.WINDOW_END_DATE,
            lit(window.lastDate())));
  }

  /** What a log does not tell is the seller's, as it is for the accountable party. */
  static Column fulfilment(Field fulfilledBy) {
    return coalesce(col(fulfilledBy), lit(FulfilledBy.SELLER.name()));
  }

  private static Column earliestOfOrder() {
    return row_number()
        .over(
            org.apache.spark.sql.expressions.Window.partitionBy(
                    cols(Dispute.AS_OF_DATE, Dispute.SELLER_ID, Dispute.ORDER_ID, Dispute.CAUSE))
                .orderBy(
                    cols(
                        Dispute.IS_ADJUSTED,
                        Dispute.OPENED_AT,
                        Dispute.TRANSACTION_ID,
                        Dispute.DISPUTE_ID)));
  }

  private Dataset<Row> ordered(Dataset<Row> transactions) {
    return with(
            transactions.where(ReportingCalendar.isNear(window, col(Transaction.ORDERED_AT))),
            ORDERED_DAY,
            calendar.dateOf(col(Transaction.ORDERED_AT)))
        .where(window.contains(col(ORDERED_DAY)));
  }
}
