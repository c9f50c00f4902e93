package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a seller is disputed for a cause more than sellers are, and by how much. */
@Grain(
    value =
        "one row per seller with an order in the window and cause disputed in the marketplace, in this window or one that it is compared with",
    key = {"seller_id", "cause"})
public record SellerCause(
    @Doc("The seller") String sellerId,
    @Doc("What went wrong; `UNMAPPED` is counted and not tested") String cause,
    @Doc(
            "Who could have prevented it: `SELLER` where any of the disputes was the seller's to prevent, else by the taxonomy")
        AccountableParty accountableParty,
    @Doc("Disputed orders of the window for this cause, at most one dispute each")
        long observedCount,
    @Doc(
            "What other sellers of the same categories, prices and order weeks would have had; absent when too little is sold")
        @Nullable Double expectedCount,
    @Doc("observed_count / expected_count") @Nullable Double ratio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioHigh,
    @Doc(
            "Estimate of the true ratio, between 1 and `ratio`: (1 + prior_variance x observed_count) / (1 + prior_variance x expected_count)")
        @Nullable Double shrunkenRatio,
    @Doc("Posterior, 95 %") @Nullable Double shrunkenRatioLow,
    @Doc("Posterior, 95 %") @Nullable Double shrunkenRatioHigh,
    @Doc(
            "P(an ordinary seller has as many): negative binomial with mean expected_count and variance expected_count + spread x expected_count^2")
        @Nullable Double pValue,
    @Doc(
            "Benjamini-Hochberg over the pairs of the night with five or more expected, or over those with less")
        @Nullable Double qValue,
    @Doc("q_value < 0.05, observed_count >= 5 and ratio >= 1.25") boolean isFlagged,
    @Doc("Flagged, and also flagged as of a week before") boolean isConfirmed,
    @Doc("Flagged as of a week before: where it is not flagged now, a finding has faded")
        boolean isFlaggedWeekBefore,
    @Doc("(shrunken_ratio - 1) x expected_count; below 0 for a seller who is better")
        @Nullable Double avoidableCount,
    @Doc("Posterior, 95 %") @Nullable Double avoidableCountLow,
    @Doc("Posterior, 95 %") @Nullable Double avoidableCountHigh,
    @Doc("observed_count of the previous window, as known at its end") long previousObservedCount,
    @Doc("expected_count of the previous window, as known at its end")
        @Nullable Double previousExpectedCount,
    @Doc("ratio of the previous window, as known at its end") @Nullable Double previousRatio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double previousRatioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double previousRatioHigh,
    @Doc(
            "Exact two-sided test of this window's ratio against the previous one's; absent where either has none expected")
        @Nullable Double changePValue,
    @Doc(
            "Disputes of the window's orders for this cause, every line of an order, adjusted ones left out")
        long disputeCount,
    @Doc(
            "Disputes of the window's orders for this cause that are adjusted by the date: left out of every other number here")
        long adjustedCount,
    @Doc("Different buyers of observed_count; absent where the log names none")
        @Nullable Long buyerCount,
    @Doc("Of observed_count, those of the buyer with the most; absent where the log names none")
        @Nullable Long topBuyerCount,
    @Doc("What they dispute, in `currency`; absent when none could be summed")
        @Nullable BigDecimal disputedAmount,
    @Doc("What was refunded for them, in `currency`; absent when none could be summed")
        @Nullable BigDecimal refundedAmount,
    @Doc("The reporting currency") String currency,
    @Doc("Of dispute_count, those of which an amount is left out of the sums")
        long unconvertedCount,
    @Doc("Variance of true ratios among ordinary sellers that night") double spread,
    @Doc("Variance of true ratios among all sellers that night, 1/alpha of the shrinkage")
        double priorVariance,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<SellerCause> CONTRACT =
      Contract.of("seller_causes", SellerCause.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field ACCOUNTABLE_PARTY = CONTRACT.field("accountable_party");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field RATIO = CONTRACT.field("ratio");
  public static final Field RATIO_LOW = CONTRACT.field("ratio_low");
  public static final Field RATIO_HIGH = CONTRACT.field("ratio_high");
  public static final Field SHRUNKEN_RATIO = CONTRACT.field("shrunken_ratio");
  public static final Field SHRUNKEN_RATIO_LOW = CONTRACT.field("shrunken_ratio_low");
  public static final Field SHRUNKEN_RATIO_HIGH = CONTRACT.field("shrunken_ratio_high");
  public static final Field P_VALUE = CONTRACT.field("p_value");
  public static final Field Q_VALUE = CONTRACT.field("q_value");
  public static final Field IS_FLAGGED = CONTRACT.field("is_flagged");
  public static final Field IS_CONFIRMED = CONTRACT.field("is_confirmed");
  public static final Field IS_FLAGGED_WEEK_BEFORE = CONTRACT.field("is_flagged_week_before");
  public static final Field AVOIDABLE_COUNT = CONTRACT.field("avoidable_count");
  public static final Field AVOIDABLE_COUNT_LOW = CONTRACT.field("avoidable_count_low");
  public static final Field AVOIDABLE_COUNT_HIGH = CONTRACT.field("avoidable_count_high");
  public static final Field PREVIOUS_OBSERVED_COUNT = CONTRACT.field("previous_observed_count");
  public static final Field PREVIOUS_EXPECTED_COUNT = CONTRACT.field("previous_expected_count");
  public static final Field PREVIOUS_RATIO = CONTRACT.field("previous_ratio");
  public static final Field PREVIOUS_RATIO_LOW = CONTRACT.field("previous_ratio_low");
  public static final Field PREVIOUS_RATIO_HIGH = CONTRACT.field("previous_ratio_high");
  public static final Field CHANGE_P_VALUE = CONTRACT.field("change_p_value");
  public static final Field DISPUTE_COUNT = CONTRACT.field("dispute_count");
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
  public static final Field BUYER_COUNT = CONTRACT.field("buyer_count");
  public static final Field TOP_BUYER_COUNT = CONTRACT.field("top_buyer_count");
  public static final Field DISPUTED_AMOUNT = CONTRACT.field("disputed_amount");
  public static final Field REFUNDED_AMOUNT = CONTRACT.field("refunded_amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field UNCONVERTED_COUNT = CONTRACT.field("unconverted_count");
  public static final Field SPREAD = CONTRACT.field("spread");
  public static final Field PRIOR_VARIANCE = CONTRACT.field("prior_variance");

  public SellerCause {
    required(sellerId, "sellerId");
    required(cause, "cause");
    required(accountableParty, "accountableParty");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
