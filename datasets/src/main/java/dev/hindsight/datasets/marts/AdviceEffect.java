package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether advice works: what became of the advised, beside what became of others. */
@Grain(
    value =
        "one row per cause with an episode in advice_outcomes, and `*` for all together, and group that the advised are compared with; complete episodes count",
    key = {"cause", "compared_with"})
public record AdviceEffect(
    @Doc("The cause, `*` for all: the one to look at, for of many causes some differ by chance")
        String cause,
    @Doc(
            "Whom the advised are compared with: `HELD_OUT` sellers drawn by chance, or those whom reports did `NOT_REACHED`")
        ComparisonGroup comparedWith,
    @Doc(
            "Whether chance alone made the groups. Where not, they may differ in more than the advice, and the row is no proof")
        boolean isRandom,
    @Doc(
            "Complete episodes with advice; beside `HELD_OUT` only of times when sellers were held out")
        long advisedPairCount,
    @Doc("Their sellers") long advisedSellerCount,
    @Doc("Episodes that are not complete, and not counted in anything else")
        long advisedRunningCount,
    @Doc("Their disputed orders after the advice") long advisedObservedCount,
    @Doc("What they would have had, had nothing changed") double advisedForecastCount,
    @Doc("advised_observed_count / advised_forecast_count") @Nullable Double advisedForecastRatio,
    @Doc("95 %, with advised_dispersion") @Nullable Double advisedForecastRatioLow,
    @Doc("95 %, with advised_dispersion") @Nullable Double advisedForecastRatioHigh,
    @Doc(
            "Variance of the count as a multiple of chance's, 1 or more: what the baselines leave open, or how the sellers differ from each other, whichever is more")
        @Nullable Double advisedDispersion,
    @Doc("Complete episodes of the group without advice") long notAdvisedPairCount,
    @Doc("Their sellers") long notAdvisedSellerCount,
    @Doc("Episodes that are not complete, and not counted in anything else")
        long notAdvisedRunningCount,
    @Doc("Their disputed orders in the dates followed") long notAdvisedObservedCount,
    @Doc("What they would have had, had nothing changed") double notAdvisedForecastCount,
    @Doc("not_advised_observed_count / not_advised_forecast_count")
        @Nullable Double notAdvisedForecastRatio,
    @Doc("95 %, with not_advised_dispersion") @Nullable Double notAdvisedForecastRatioLow,
    @Doc("95 %, with not_advised_dispersion") @Nullable Double notAdvisedForecastRatioHigh,
    @Doc("As advised_dispersion") @Nullable Double notAdvisedDispersion,
    @Doc(
            "advised_forecast_ratio / not_advised_forecast_ratio; 0.8: a fifth fewer with advice. Absent where there is no comparison")
        @Nullable Double effectRatio,
    @Doc("95 %, exact for the counts divided by their dispersion") @Nullable Double effectRatioLow,
    @Doc("95 %, exact for the counts divided by their dispersion") @Nullable Double effectRatioHigh,
    @Doc("Two-sided, of the same test; absent where there is no comparison")
        @Nullable Double pValue,
    @Doc(
            "`FEWER` or `MORE` where p_value < 0.05, `NO_DIFFERENCE` from there, `NO_COMPARISON` under 10 sellers or 10 forecast in either group")
        AdviceVerdict comparison,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<AdviceEffect> CONTRACT =
      Contract.of("advice_effects", AdviceEffect.class);
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field COMPARED_WITH = CONTRACT.field("compared_with");
  public static final Field IS_RANDOM = CONTRACT.field("is_random");
  public static final Field EFFECT_RATIO = CONTRACT.field("effect_ratio");
  public static final Field EFFECT_RATIO_LOW = CONTRACT.field("effect_ratio_low");
  public static final Field EFFECT_RATIO_HIGH = CONTRACT.field("effect_ratio_high");
  public static final Field P_VALUE = CONTRACT.field("p_value");
  public static final Field COMPARISON = CONTRACT.field("comparison");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public AdviceEffect {
    required(cause, "cause");
    required(comparedWith, "comparedWith");
    required(comparison, "comparison");
    required(asOfDate, "asOfDate");
  }
}
