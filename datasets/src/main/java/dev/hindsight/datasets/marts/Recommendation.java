package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a seller should change, why, and what it would bring. */
@Grain(
    value =
        "one row per advice to a seller, at most three; only for confirmed findings that the seller is accountable for and at least four buyers disputed, where the log names buyers",
    key = {"seller_id", "recommendation_rank"})
public record Recommendation(
    @Doc("The seller") String sellerId,
    @Doc("1 avoids most money; without amounts, most disputes") int recommendationRank,
    @Doc("The cause that the seller is flagged for") String cause,
    @Doc("Dimension of the driver; absent where the excess is spread evenly")
        @Nullable DriverDimension dimension,
    @Doc("Value of the driver; absent where the excess is spread evenly")
        @Nullable String dimensionValue,
    @Doc("What to do, from the playbook") String action,
    @Doc("What to keep and bring to a dispute of this kind, from the playbook") String evidence,
    @Doc("Whose rule asks for that evidence or measures this, from the playbook") String source,
    @Doc("Disputed orders of the seller and cause") long observedCount,
    @Doc("What similar sellers would have had") double expectedCount,
    @Doc("Of observed_count, those with the driver's value; absent without a driver")
        @Nullable Long driverObservedCount,
    @Doc(
            "What the driver's value would have at the ratio of the seller's other values; absent without a driver")
        @Nullable Double driverExpectedCount,
    @Doc(
            "The driver's share of observed_count - expected_count, 0 to 1; 1 without a driver: (driver_observed_count - driver_expected_count) / (observed_count - expected_count), a second driver what the first leaves")
        double excessShare,
    @Doc("excess_share x the pair's avoidable_count: disputes a window that the advice would avoid")
        double avoidableCount,
    @Doc("Posterior, 95 %") double avoidableCountLow,
    @Doc("Posterior, 95 %") double avoidableCountHigh,
    @Doc(
            "avoidable_count x the mean disputed amount of the pair's disputes, in `currency`; absent where none is known")
        @Nullable BigDecimal avoidableAmount,
    @Doc("Posterior of the count, 95 %, times the same mean")
        @Nullable BigDecimal avoidableAmountLow,
    @Doc("Posterior of the count, 95 %, times the same mean")
        @Nullable BigDecimal avoidableAmountHigh,
    @Doc("The reporting currency") String currency,
    @Doc("Different buyers who disputed; absent where the log names none")
        @Nullable Long buyerCount,
    @Doc("Share of the disputed orders that one buyer has; absent where the log names none")
        @Nullable Double topBuyerShare,
    @Doc(
            "Other sellers are disputed more for the driver's value, too; absent where they cannot share it")
        @Nullable Boolean isHighForOthers,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<Recommendation> CONTRACT =
      Contract.of("recommendations", Recommendation.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field RECOMMENDATION_RANK = CONTRACT.field("recommendation_rank");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field DIMENSION = CONTRACT.field("dimension");
  public static final Field DIMENSION_VALUE = CONTRACT.field("dimension_value");
  public static final Field ACTION = CONTRACT.field("action");
  public static final Field EVIDENCE = CONTRACT.field("evidence");
  public static final Field SOURCE = CONTRACT.field("source");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field DRIVER_OBSERVED_COUNT = CONTRACT.field("driver_observed_count");
  public static final Field DRIVER_EXPECTED_COUNT = CONTRACT.field("driver_expected_count");
  public static final Field EXCESS_SHARE = CONTRACT.field("excess_share");
  public static final Field AVOIDABLE_COUNT = CONTRACT.field("avoidable_count");
  public static final Field AVOIDABLE_COUNT_LOW = CONTRACT.field("avoidable_count_low");
  public static final Field AVOIDABLE_COUNT_HIGH = CONTRACT.field("avoidable_count_high");
  public static final Field AVOIDABLE_AMOUNT = CONTRACT.field("avoidable_amount");
  public static final Field AVOIDABLE_AMOUNT_LOW = CONTRACT.field("avoidable_amount_low");
  public static final Field AVOIDABLE_AMOUNT_HIGH = CONTRACT.field("avoidable_amount_high");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field BUYER_COUNT = CONTRACT.field("buyer_count");
  public static final Field TOP_BUYER_SHARE = CONTRACT.field("top_buyer_share");
  public static final Field IS_HIGH_FOR_OTHERS = CONTRACT.field("is_high_for_others");

  public Recommendation {
    required(sellerId, "sellerId");
    required(cause, "cause");
    required(action, "action");
    required(evidence, "evidence");
    required(source, "source");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
