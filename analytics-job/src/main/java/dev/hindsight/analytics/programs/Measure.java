package dev.hindsight.analytics.programs;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProgramMetric;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;

/** A metric over so many days, and which order lines and disputes count in it. */
record Measure(ProgramMetric metric, int days) {
  static final Field ORDERED_DAY = OrderLines.ORDERED_DAY;
  static final Field PROMISED_DAY = scratch("promised_day");
  static final Field IS_CHARGEBACK = scratch("is_chargeback");

  /** Days from an order to its promised arrival that are believed. */
  private static final int LONGEST_PROMISE = 366;

  private static final String NOT_RECEIVED = "NOT_RECEIVED";
  private static final List<Outcome> NOT_CLAIMED =
      List.of(Outcome.SELLER_FAVOUR, Outcome.WITHDRAWN, Outcome.MARKETPLACE_PAID);

  Field numerator() {
    return named("numerator");
  }

  Field denominator() {
    return named("denominator");
  }

  /** Orders that count. */
  Field orders() {
    return named("orders");
  }

  /** Of those, the ones that came late. */
  Field lateOrders() {
    return named("late_orders");
  }

  /** Orders that were disputed in the way that counts. */
  Field disputedOrders() {
    return named("disputed_orders");
  }

  /** Disputes that card issuers opened in the days. */
  Field chargebacks() {
    return named("chargebacks");
  }

  /** Disputes that a reply was due for. */
  Field dueReplies() {
    return named("due_replies");
  }

  /** Disputes that were replied to in time. */
  Field replies() {
    return named("replies");
  }

  private Field named(String name) {
    return scratch("%s_%s_%d".formatted(name, metric, days));
  }

  Window window(LocalDate asOfDate) {
    return Window.endingOn(asOfDate, days);
  }

  /** Whether every order of some dates counts, whatever else is known of it. */
  boolean isOfAllOrders() {
    return switch (metric) {
      case CLAIMED_ORDER_RATE,
          CASE_LOST_RATE,
          CHARGEBACK_RATE,
          CHARGEBACK_RATE_OF_PREVIOUS_ORDERS ->
          true;
      case ITEM_NOT_RECEIVED_RATE, REFUND_RATE, ON_TIME_DELIVERY_RATE, SELLER_RESPONSE_RATE ->
          false;
    };
  }

  /** The dates whose orders count, where every order of them does. */
  Window daysOfOrders(LocalDate asOfDate) {
    Window window = window(asOfDate);
    return metric == ProgramMetric.CHARGEBACK_RATE_OF_PREVIOUS_ORDERS ? window.previous() : window;
  }

  /** Whether an order line can count at all: what lets files be skipped that have none. */
  Column isLineNear(LocalDate asOfDate) {
    Window window = window(asOfDate);
    return switch (metric) {
      case ON_TIME_DELIVERY_RATE ->
          ReportingCalendar.isNear(window, col(Transaction.PROMISED_BY))
              .and(
                  ReportingCalendar.isNear(
                      Window.endingOn(asOfDate, days + LONGEST_PROMISE),
                      col(Transaction.ORDERED_AT)));
      default -> ReportingCalendar.isNear(window, col(Transaction.ORDERED_AT));
    };
  }

  /** Whether an order counts in the denominator for this line of it, where not every order does. */
  Column isOrderCounted(LocalDate asOfDate) {
    Window window = window(asOfDate);
    return switch (metric) {
      case ITEM_NOT_RECEIVED_RATE, REFUND_RATE ->
          window.contains(col(ORDERED_DAY)).and(isOfSeller(Transaction.FULFILLED_BY));
      case ON_TIME_DELIVERY_RATE ->
          window
              .contains(col(PROMISED_DAY))
              .and(Window.endingOn(asOfDate, days + LONGEST_PROMISE).contains(col(ORDERED_DAY)))
              .and(col(Transaction.DELIVERED_AT).isNotNull())
              .and(isOfSeller(Transaction.FULFILLED_BY));
      default -> lit(false);
    };
  }

  /** Whether that line broke the promise of its arrival. */
  Column isOrderLate(LocalDate asOfDate) {
    return isOrderCounted(asOfDate)
        .and(col(Transaction.DELIVERED_AT).gt(col(Transaction.PROMISED_BY)));
  }

  /** Whether the order of a dispute counts in the numerator. */
  Column isOrderDisputed(LocalDate asOfDate) {
    Column isOrdered = window(asOfDate).contains(col(Dispute.ORDERED_DATE));
    return switch (metric) {
      case CLAIMED_ORDER_RATE -> isOrdered.and(isClaimed());
      case CASE_LOST_RATE ->
          isOrdered
              .and(col(Dispute.OUTCOME).equalTo(lit(Outcome.BUYER_FAVOUR.name())))
              .and(isHeldAgainstSeller());
      case ITEM_NOT_RECEIVED_RATE ->
          isOrdered
              .and(isOfSeller(Dispute.FULFILLED_BY))
              .and(col(Dispute.CAUSE_FAMILY).equalTo(lit(NOT_RECEIVED)));
      case REFUND_RATE ->
          isOrdered
              .and(isOfSeller(Dispute.FULFILLED_BY))
              .and(col(Dispute.REFUNDED_AT).isNotNull())
              .and(isHeldAgainstSeller())
              .and(col(Dispute.ACCOUNTABLE_PARTY).equalTo(lit(AccountableParty.SELLER.name())));
      case ON_TIME_DELIVERY_RATE,
          SELLER_RESPONSE_RATE,
          CHARGEBACK_RATE,
          CHARGEBACK_RATE_OF_PREVIOUS_ORDERS ->
          lit(false);
    };
  }

  /** Whether a dispute is a chargeback of the days. */
  Column isChargeback(LocalDate asOfDate) {
    return window(asOfDate).contains(col(Dispute.OPENED_DATE)).and(col(IS_CHARGEBACK));
  }

  private static Column isClaimed() {
    Column isAtMarketplace =
        col(Dispute.ESCALATED_AT).isNotNull().or(col(Dispute.DECIDED_AT).isNotNull());
    Column isLeftOut = col(Dispute.OUTCOME).isin(NOT_CLAIMED.stream().map(Enum::name).toArray());
    return isAtMarketplace.or(col(IS_CHARGEBACK)).and(not(isLeftOut)).and(isHeldAgainstSeller());
  }

  /**
   * What a marketplace finds sellers responsible for ends with an accepted objection; what buyers
   * report, and what card issuers open, is counted all the same.
   */
  private static Column isHeldAgainstSeller() {
    return not(col(Dispute.IS_ADJUSTED));
  }

  /** Programmes leave out what the marketplace stored and shipped. */
  private static Column isOfSeller(Field fulfilledBy) {
    return coalesce(col(fulfilledBy).notEqual(lit(FulfilledBy.MARKETPLACE.name())), lit(true));
  }
}
