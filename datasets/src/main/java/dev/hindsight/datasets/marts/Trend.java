package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A week of a series of disputes, beside what its own past makes usual. */
@Grain(
    value =
        "one row per scope, cause and week of the last 104, weeks without disputes included; of sellers the last 14 weeks of the causes with at least 5 disputed orders in these and the week before",
    key = {"scope", "scope_id", "cause", "week_start_date"})
public record Trend(
    @Doc("Whose disputes are counted") TrendScope scope,
    @Doc("The category or the seller; `*` for the marketplace") String scopeId,
    @Doc("What went wrong") String cause,
    @Doc("Monday of the week, in the reporting time zone") LocalDate weekStartDate,
    @Doc(
            "Whether the week has ended by the as-of date; the last one may not have, and never alarms")
        boolean isComplete,
    @Doc(
            "Order lines of the scope ordered in the week, of any cause; absent before the first order that is known")
        @Nullable Long transactionCount,
    @Doc("Disputes opened in the week, whenever ordered") long disputeCount,
    @Doc("dispute_count / transaction_count; may exceed 1") @Nullable Double disputeActivity,
    @Doc(
            "Orders first disputed for the cause in the week; a dispute whose order is unknown counts as one. Lines of one order are not independent: this is what is judged")
        long disputedOrderCount,
    @Doc(
            "Weeks that the usual is learnt from: up to 26, the last of them two weeks before; absent under 13")
        @Nullable Integer pastWeekCount,
    @Doc("Orders first disputed for the cause in those weeks")
        @Nullable Long pastDisputedOrderCount,
    @Doc(
            "Disputed orders that the past lets expect: (past_disputed_order_count + 1) / past_week_count, and of an incomplete week as much as has passed of it")
        @Nullable Double expectedCount,
    @Doc(
            "Relative variance of ordinary weeks beyond chance: how weeks of the past differ, and how unsure expected_count is")
        @Nullable Double spread,
    @Doc(
            "P(at least as many disputed orders in an ordinary week); from 5 on it alarms below 2.2756e-6. Absent where the week is not judged")
        @Nullable Double weekPValue,
    @Doc(
            "The same of the week and the one before together; from 5 on it alarms below 6.8269e-6. Absent where the week before has alarmed")
        @Nullable Double twoWeekPValue,
    @Doc("`ABOVE` where the week is far above what is usual for the series") @Nullable Alarm alarm,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<Trend> CONTRACT = Contract.of("trends", Trend.class);
  public static final Field SCOPE = CONTRACT.field("scope");
  public static final Field SCOPE_ID = CONTRACT.field("scope_id");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field WEEK_START_DATE = CONTRACT.field("week_start_date");
  public static final Field IS_COMPLETE = CONTRACT.field("is_complete");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field DISPUTE_COUNT = CONTRACT.field("dispute_count");
  public static final Field DISPUTE_ACTIVITY = CONTRACT.field("dispute_activity");
  public static final Field DISPUTED_ORDER_COUNT = CONTRACT.field("disputed_order_count");
  public static final Field PAST_WEEK_COUNT = CONTRACT.field("past_week_count");
  public static final Field PAST_DISPUTED_ORDER_COUNT = CONTRACT.field("past_disputed_order_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field SPREAD = CONTRACT.field("spread");
  public static final Field WEEK_P_VALUE = CONTRACT.field("week_p_value");
  public static final Field TWO_WEEK_P_VALUE = CONTRACT.field("two_week_p_value");
  public static final Field ALARM = CONTRACT.field("alarm");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public Trend {
    required(scope, "scope");
    required(scopeId, "scopeId");
    required(cause, "cause");
    required(weekStartDate, "weekStartDate");
    required(asOfDate, "asOfDate");
  }
}
