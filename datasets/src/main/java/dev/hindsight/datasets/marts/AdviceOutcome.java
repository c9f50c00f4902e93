package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a finding that advice was given on, or withheld. */
@Grain(
    value =
        "one row per episode: a seller, a cause, and the date that advice on it was first due; kept from version to version, and a new one only begins once the one before is complete",
    key = {"seller_id", "cause", "found_date"})
public record AdviceOutcome(
    @Doc("The seller") String sellerId,
    @Doc(
            "The cause that advice was due on: confirmed, the seller's to change, among the first three")
        String cause,
    @Doc("As-of date of the version that first had it") LocalDate foundDate,
    @Doc(
            "Whether that version had a recommendation for a seller with an address that mail arrives at, who had neither turned reports off nor unsubscribed. That the report was delivered is another fact, which is not in the lake")
        boolean isAdvised,
    @Doc("Why not; absent where advised") @Nullable NotAdvisedReason notAdvisedReason,
    @Doc("Share of sellers that were held out on found_date") double holdoutShare,
    @Doc("Disputed orders of the window then") long baselineObservedCount,
    @Doc("What similar sellers would have had then") double baselineExpectedCount,
    @Doc(
            "The likely true ratio then; baseline_observed_count / baseline_expected_count is higher, because it was chosen for being high, and falls by itself")
        double baselineShrunkenRatio,
    @Doc("Posterior, 95 %") double baselineShrunkenRatioLow,
    @Doc("Posterior, 95 %") double baselineShrunkenRatioHigh,
    @Doc("Variance of true ratios among all sellers then, 1/alpha of the shrinkage")
        double baselinePriorVariance,
    @Doc(
            "First order date that is followed, surely after the report: 8 days after found_date, 32 for monthly reports")
        LocalDate followedStartDate,
    @Doc(
            "Last order date that is followed: a window's length; earlier where a seller without advice got it after all")
        LocalDate followedEndDate,
    @Doc("Order dates of these that could be counted so far") int followedDayCount,
    @Doc("Whether all dates are over; from then on the row stays as it is") boolean isComplete,
    @Doc("Order lines followed, of any cause, where others are to compare with")
        long transactionCount,
    @Doc("Disputed orders among them for this cause, at most one dispute each") long observedCount,
    @Doc("What other sellers of the same categories, prices and order weeks would have had")
        double expectedCount,
    @Doc("baseline_shrunken_ratio x expected_count: what would have been, had nothing changed")
        double forecastCount,
    @Doc(
            "Variance of the count, had nothing changed: chance, and what the baseline leaves open; forecast_count + forecast_count^2 x v / (1 + v x baseline_observed_count), v = baseline_prior_variance")
        double forecastVariance,
    @Doc("observed_count / forecast_count; below 1: fewer than had nothing changed")
        @Nullable Double forecastRatio,
    @Doc("95 %, chance and the baseline's own uncertainty") @Nullable Double forecastRatioLow,
    @Doc("95 %, chance and the baseline's own uncertainty") @Nullable Double forecastRatioHigh,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<AdviceOutcome> CONTRACT =
      Contract.of("advice_outcomes", AdviceOutcome.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field FOUND_DATE = CONTRACT.field("found_date");
  public static final Field IS_ADVISED = CONTRACT.field("is_advised");
  public static final Field NOT_ADVISED_REASON = CONTRACT.field("not_advised_reason");
  public static final Field HOLDOUT_SHARE = CONTRACT.field("holdout_share");
  public static final Field BASELINE_OBSERVED_COUNT = CONTRACT.field("baseline_observed_count");
  public static final Field BASELINE_EXPECTED_COUNT = CONTRACT.field("baseline_expected_count");
  public static final Field BASELINE_SHRUNKEN_RATIO = CONTRACT.field("baseline_shrunken_ratio");
  public static final Field BASELINE_SHRUNKEN_RATIO_LOW =
      CONTRACT.field("baseline_shrunken_ratio_low");
  public static final Field BASELINE_SHRUNKEN_RATIO_HIGH =
      CONTRACT.field("baseline_shrunken_ratio_high");
  public static final Field BASELINE_PRIOR_VARIANCE = CONTRACT.field("baseline_prior_variance");
  public static final Field FOLLOWED_START_DATE = CONTRACT.field("followed_start_date");
  public static final Field FOLLOWED_END_DATE = CONTRACT.field("followed_end_date");
  public static final Field FOLLOWED_DAY_COUNT = CONTRACT.field("followed_day_count");
  public static final Field IS_COMPLETE = CONTRACT.field("is_complete");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field FORECAST_COUNT = CONTRACT.field("forecast_count");
  public static final Field FORECAST_VARIANCE = CONTRACT.field("forecast_variance");
  public static final Field FORECAST_RATIO = CONTRACT.field("forecast_ratio");
  public static final Field FORECAST_RATIO_LOW = CONTRACT.field("forecast_ratio_low");
  public static final Field FORECAST_RATIO_HIGH = CONTRACT.field("forecast_ratio_high");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public AdviceOutcome {
    required(sellerId, "sellerId");
    required(cause, "cause");
    required(foundDate, "foundDate");
    required(followedStartDate, "followedStartDate");
    required(followedEndDate, "followedEndDate");
    required(asOfDate, "asOfDate");
  }
}
