package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import dev.hindsight.datasets.landed.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often a group's disputes are decided in one way, beside how often like cases of others are.
 */
@Grain(
    value =
        "one row per group of disputes that were decided in the window, and decision; of dimensions with two groups or more",
    key = {"group_dimension", "group_value", "outcome"})
public record DecisionFairness(
    @Doc("By what the disputes are grouped") GroupDimension groupDimension,
    @Doc(
            "The group; sellers' sizes are their order lines of the window: under 100, 100 to 999, 1000 to 9999, 10000 or more. Disputes of which it is not known are in none")
        String groupValue,
    @Doc("The decision") Outcome outcome,
    @Doc("Disputes of the group that were decided in the window, in any way") long decidedCount,
    @Doc(
            "Of those, the ones with at least 20 like cases in the other groups: same cause and band of the disputed amount, else same cause, else any")
        long comparedCount,
    @Doc("Of the compared, the ones whose like cases have the same cause") long sameCauseCount,
    @Doc("Of the compared, decided so") long observedCount,
    @Doc(
            "How many would have been at the share of the like cases in the other groups; absent where none is compared")
        @Nullable Double expectedCount,
    @Doc("observed_count / compared_count") @Nullable Double observedShare,
    @Doc("Wilson, 95 %") @Nullable Double observedShareLow,
    @Doc("Wilson, 95 %") @Nullable Double observedShareHigh,
    @Doc("expected_count / compared_count") @Nullable Double expectedShare,
    @Doc("observed_share - expected_share") @Nullable Double shareDifference,
    @Doc("Newcombe, 95 %; the others' share is uncertain, too") @Nullable Double shareDifferenceLow,
    @Doc("Newcombe, 95 %") @Nullable Double shareDifferenceHigh,
    @Doc(
            "Two-sided: the chance of such a difference if like cases were decided alike; hypergeometric over the strata, Mantel and Haenszel's approximation where they are large")
        @Nullable Double pValue,
    @Doc("Benjamini-Hochberg over all rows that are tested that night") @Nullable Double qValue,
    @Doc(
            "q_value below 0.05, at least 30 compared, at least half of them with the same cause, and shares at least 0.05 apart: a reason to look at how these are decided")
        boolean isFlagged,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<DecisionFairness> CONTRACT =
      Contract.of("fairness", DecisionFairness.class);
  public static final Field GROUP_DIMENSION = CONTRACT.field("group_dimension");
  public static final Field GROUP_VALUE = CONTRACT.field("group_value");
  public static final Field OUTCOME = CONTRACT.field("outcome");
  public static final Field DECIDED_COUNT = CONTRACT.field("decided_count");
  public static final Field COMPARED_COUNT = CONTRACT.field("compared_count");
  public static final Field SAME_CAUSE_COUNT = CONTRACT.field("same_cause_count");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field OBSERVED_SHARE = CONTRACT.field("observed_share");
  public static final Field OBSERVED_SHARE_LOW = CONTRACT.field("observed_share_low");
  public static final Field OBSERVED_SHARE_HIGH = CONTRACT.field("observed_share_high");
  public static final Field EXPECTED_SHARE = CONTRACT.field("expected_share");
  public static final Field SHARE_DIFFERENCE = CONTRACT.field("share_difference");
  public static final Field SHARE_DIFFERENCE_LOW = CONTRACT.field("share_difference_low");
  public static final Field SHARE_DIFFERENCE_HIGH = CONTRACT.field("share_difference_high");
  public static final Field P_VALUE = CONTRACT.field("p_value");
  public static final Field Q_VALUE = CONTRACT.field("q_value");
  public static final Field IS_FLAGGED = CONTRACT.field("is_flagged");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public DecisionFairness {
    required(groupDimension, "groupDimension");
    required(groupValue, "groupValue");
    required(outcome, "outcome");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
