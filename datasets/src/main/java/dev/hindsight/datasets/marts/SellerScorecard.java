package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A seller's window in numbers, beside what similar sellers would have had. */
@Grain(
    value = "one row per seller with an order or a dispute in the window",
    key = {"seller_id"})
public record SellerScorecard(
    @Doc("The seller") String sellerId,
    @Doc("Order lines of the window") long transactionCount,
    @Doc("Distinct orders of the window") long orderCount,
    @Doc("Order lines of the window that were disputed by the end of the date, adjusted or not")
        long disputedTransactionCount,
    @Doc("disputed_transaction_count / transaction_count: by date of order, still growing")
        @Nullable Double disputeRate,
    @Doc("Wilson, 95 %") @Nullable Double disputeRateLow,
    @Doc("Wilson, 95 %") @Nullable Double disputeRateHigh,
    @Doc("Disputes opened in the window, whenever ordered") long openedDisputeCount,
    @Doc("opened_dispute_count / transaction_count: by date opened; can exceed 1")
        @Nullable Double disputeActivity,
    @Doc("Disputed orders of the window, at most one dispute each") long observedCount,
    @Doc(
            "Disputes of the window's orders that are adjusted by the date: left out of observed_count and what rests on it, of this seller and of its peers alike")
        long adjustedCount,
    @Doc(
            "What other sellers of the same categories and order weeks would have had; absent when too little is sold")
        @Nullable Double expectedCount,
    @Doc("observed_count / expected_count") @Nullable Double ratio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioHigh,
    @Doc(
            "Estimate of the true ratio, between 1 and `ratio`: (alpha + observed_count) / (alpha + expected_count)")
        @Nullable Double shrunkenRatio,
    @Doc("Posterior, 95 %") @Nullable Double shrunkenRatioLow,
    @Doc("Posterior, 95 %") @Nullable Double shrunkenRatioHigh,
    @Doc("P(an ordinary seller has as many), by the negative binomial with the totals' spread")
        @Nullable Double pValue,
    @Doc(
            "Benjamini-Hochberg over the sellers of the night with five or more expected, or over those with less")
        @Nullable Double qValue,
    @Doc("Variance of true ratios among ordinary sellers that night; absent without orders")
        @Nullable Double spread,
    @Doc(
            "Disputed orders of the window that the seller is accountable for, at most one dispute each")
        long accountableObservedCount,
    @Doc(
            "What other sellers would have had of these, in orders that the same party ships; absent when too little is sold")
        @Nullable Double accountableExpectedCount,
    @Doc(
            "How accountable_observed_count compares with ordinary sellers; 2.5 % of average sellers are `HIGH` by construction")
        Rating rating,
    @Doc("Of the disputes opened in the window, escalated; absent where no source logs escalations")
        @Nullable Long escalatedCount,
    @Doc("escalated_count / opened_dispute_count") @Nullable Double escalationRate,
    @Doc("Wilson, 95 %") @Nullable Double escalationRateLow,
    @Doc("Wilson, 95 %") @Nullable Double escalationRateHigh,
    @Doc("Of the disputes opened in the window, decided for the seller") long sellerFavourCount,
    @Doc("Decided for the buyer") long buyerFavourCount,
    @Doc("Decided in part for each") long partialCount,
    @Doc("seller_favour_count / (seller_favour_count + buyer_favour_count + partial_count)")
        @Nullable Double winRate,
    @Doc("Wilson, 95 %") @Nullable Double winRateLow,
    @Doc("Wilson, 95 %") @Nullable Double winRateHigh,
    @Doc(
            "Of the disputes opened in the window, replied to within 48 hours; absent where no source logs replies")
        @Nullable Long repliedIn_48hCount,
    @Doc(
            "Disputes opened in the window that were replied to within 48 hours, or stayed unanswered and unresolved that long")
        @Nullable Long replyDueCount,
    @Doc("replied_in_48h_count / reply_due_count") @Nullable Double repliedIn_48hRate,
    @Doc(
            "Kaplan-Meier median over the disputes opened in the window: the hours within which half were replied to; one that ended without a reply never was; absent while more than half wait")
        @Nullable Double medianHoursToFirstReply,
    @Doc(
            "Kaplan-Meier median over the disputes opened in the window: the hours within which half had their outcome; absent while more than half wait")
        @Nullable Double medianHoursToResolution,
    @Doc(
            "Refunds of the disputes opened in the window, in `currency`; absent when none could be summed")
        @Nullable BigDecimal refundedAmount,
    @Doc("The reporting currency") String currency,
    @Doc("Disputes opened in the window whose refunds could not be summed") long unconvertedCount,
    @Doc("transaction_count of the previous window, as known at its end")
        long previousTransactionCount,
    @Doc("disputed_transaction_count of the previous window, as known at its end")
        long previousDisputedTransactionCount,
    @Doc("dispute_rate of the previous window, as known at its end")
        @Nullable Double previousDisputeRate,
    @Doc("Wilson, 95 %") @Nullable Double previousDisputeRateLow,
    @Doc("Wilson, 95 %") @Nullable Double previousDisputeRateHigh,
    @Doc("observed_count of the previous window, as known at its end") long previousObservedCount,
    @Doc("adjusted_count of the previous window, as known at its end") long previousAdjustedCount,
    @Doc("expected_count of the previous window, as known at its end")
        @Nullable Double previousExpectedCount,
    @Doc("ratio of the previous window, as known at its end") @Nullable Double previousRatio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double previousRatioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double previousRatioHigh,
    @Doc(
            "Exact two-sided test of this window's ratio against the previous one's; absent where either has none expected")
        @Nullable Double changePValue,
    @Doc("opened_dispute_count of the previous window, as known at its end")
        long previousOpenedDisputeCount,
    @Doc(
            "The category with most of the seller's order lines of the window, of equal ones the first by name")
        @Nullable String mainCategory,
    @Doc("Sellers with the same main category, this one included; 0 without orders")
        long peerSellerCount,
    @Doc("First quartile of these sellers' dispute_rate; absent under 5 sellers")
        @Nullable Double peerP25,
    @Doc("Median of these sellers' dispute_rate; absent under 5 sellers") @Nullable Double peerP50,
    @Doc("Third quartile of these sellers' dispute_rate; absent under 5 sellers")
        @Nullable Double peerP75,
    @Doc(
            "Of the disputed order lines that the window's are expected to become, the share that is disputed by now: the sum over its order lines of the share of disputes opened within the line's age, of those opened within 120 days / transaction_count; absent while fewer than 30 disputes on orders at least as old are known")
        @Nullable Double maturityShare,
    @Doc("Rows of `program_bounds` where the seller is `NEAR`") long nearBoundCount,
    @Doc("Rows of `program_bounds` where the seller is `BROKEN`") long brokenBoundCount,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<SellerScorecard> CONTRACT =
      Contract.of("seller_scorecards", SellerScorecard.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field ORDER_COUNT = CONTRACT.field("order_count");
  public static final Field DISPUTED_TRANSACTION_COUNT =
      CONTRACT.field("disputed_transaction_count");
  public static final Field DISPUTE_RATE = CONTRACT.field("dispute_rate");
  public static final Field DISPUTE_RATE_LOW = CONTRACT.field("dispute_rate_low");
  public static final Field DISPUTE_RATE_HIGH = CONTRACT.field("dispute_rate_high");
  public static final Field OPENED_DISPUTE_COUNT = CONTRACT.field("opened_dispute_count");
  public static final Field DISPUTE_ACTIVITY = CONTRACT.field("dispute_activity");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field RATIO = CONTRACT.field("ratio");
  public static final Field RATIO_LOW = CONTRACT.field("ratio_low");
  public static final Field RATIO_HIGH = CONTRACT.field("ratio_high");
  public static final Field SHRUNKEN_RATIO = CONTRACT.field("shrunken_ratio");
  public static final Field SHRUNKEN_RATIO_LOW = CONTRACT.field("shrunken_ratio_low");
  public static final Field SHRUNKEN_RATIO_HIGH = CONTRACT.field("shrunken_ratio_high");
  public static final Field P_VALUE = CONTRACT.field("p_value");
  public static final Field Q_VALUE = CONTRACT.field("q_value");
  public static final Field SPREAD = CONTRACT.field("spread");
  public static final Field ACCOUNTABLE_OBSERVED_COUNT =
      CONTRACT.field("accountable_observed_count");
  public static final Field ACCOUNTABLE_EXPECTED_COUNT =
      CONTRACT.field("accountable_expected_count");
  public static final Field RATING = CONTRACT.field("rating");
  public static final Field ESCALATED_COUNT = CONTRACT.field("escalated_count");
  public static final Field ESCALATION_RATE = CONTRACT.field("escalation_rate");
  public static final Field ESCALATION_RATE_LOW = CONTRACT.field("escalation_rate_low");
  public static final Field ESCALATION_RATE_HIGH = CONTRACT.field("escalation_rate_high");
  public static final Field SELLER_FAVOUR_COUNT = CONTRACT.field("seller_favour_count");
  public static final Field BUYER_FAVOUR_COUNT = CONTRACT.field("buyer_favour_count");
  public static final Field PARTIAL_COUNT = CONTRACT.field("partial_count");
  public static final Field WIN_RATE = CONTRACT.field("win_rate");
  public static final Field WIN_RATE_LOW = CONTRACT.field("win_rate_low");
  public static final Field WIN_RATE_HIGH = CONTRACT.field("win_rate_high");
  public static final Field REPLIED_IN_48H_COUNT = CONTRACT.field("replied_in_48h_count");
  public static final Field REPLY_DUE_COUNT = CONTRACT.field("reply_due_count");
  public static final Field REPLIED_IN_48H_RATE = CONTRACT.field("replied_in_48h_rate");
  public static final Field MEDIAN_HOURS_TO_FIRST_REPLY =
      CONTRACT.field("median_hours_to_first_reply");
  public static final Field MEDIAN_HOURS_TO_RESOLUTION =
      CONTRACT.field("median_hours_to_resolution");
  public static final Field REFUNDED_AMOUNT = CONTRACT.field("refunded_amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field UNCONVERTED_COUNT = CONTRACT.field("unconverted_count");
  public static final Field PREVIOUS_TRANSACTION_COUNT =
      CONTRACT.field("previous_transaction_count");
  public static final Field PREVIOUS_DISPUTED_TRANSACTION_COUNT =
      CONTRACT.field("previous_disputed_transaction_count");
  public static final Field PREVIOUS_DISPUTE_RATE = CONTRACT.field("previous_dispute_rate");
  public static final Field PREVIOUS_DISPUTE_RATE_LOW = CONTRACT.field("previous_dispute_rate_low");
  public static final Field PREVIOUS_DISPUTE_RATE_HIGH =
      CONTRACT.field("previous_dispute_rate_high");
  public static final Field PREVIOUS_OBSERVED_COUNT = CONTRACT.field("previous_observed_count");
  public static final Field PREVIOUS_ADJUSTED_COUNT = CONTRACT.field("previous_adjusted_count");
  public static final Field PREVIOUS_EXPECTED_COUNT = CONTRACT.field("previous_expected_count");
  public static final Field PREVIOUS_RATIO = CONTRACT.field("previous_ratio");
  public static final Field PREVIOUS_RATIO_LOW = CONTRACT.field("previous_ratio_low");
  public static final Field PREVIOUS_RATIO_HIGH = CONTRACT.field("previous_ratio_high");
  public static final Field CHANGE_P_VALUE = CONTRACT.field("change_p_value");
  public static final Field PREVIOUS_OPENED_DISPUTE_COUNT =
      CONTRACT.field("previous_opened_dispute_count");
  public static final Field MAIN_CATEGORY = CONTRACT.field("main_category");
  public static final Field PEER_SELLER_COUNT = CONTRACT.field("peer_seller_count");
  public static final Field PEER_P25 = CONTRACT.field("peer_p25");
  public static final Field PEER_P50 = CONTRACT.field("peer_p50");
  public static final Field PEER_P75 = CONTRACT.field("peer_p75");
  public static final Field MATURITY_SHARE = CONTRACT.field("maturity_share");
  public static final Field NEAR_BOUND_COUNT = CONTRACT.field("near_bound_count");
  public static final Field BROKEN_BOUND_COUNT = CONTRACT.field("broken_bound_count");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public SellerScorecard {
    required(sellerId, "sellerId");
    required(rating, "rating");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
