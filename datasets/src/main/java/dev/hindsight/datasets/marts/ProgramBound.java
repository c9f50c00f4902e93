package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a seller stands to one bound of a marketplace's or card network's programme. */
@Grain(
    value =
        "one row per seller with an order or a dispute in the window, and bound of a programme that holds on the date",
    key = {"seller_id", "program", "tier", "metric"})
public record ProgramBound(
    @Doc("The seller") String sellerId,
    @Doc("Whose bound it is") String program,
    @Doc("What one is, or is no longer, within it") String tier,
    @Doc("What is counted; the unit is the order") ProgramMetric metric,
    @Doc("What the programme asks the rate to be, beside the bound") BoundOperator boundOperator,
    @Doc("The bound on the rate") double bound,
    @Doc("Events below which the programme does not act; absent where it names none")
        @Nullable Long minimumNumeratorCount,
    @Doc("Days that the programme looks at; they end with the as-of date") int metricDays,
    @Doc(
            "Events or orders that the rate counts, by the metric; absent where the sources lack what it needs")
        @Nullable Long numeratorCount,
    @Doc("Of how many") @Nullable Long denominatorCount,
    @Doc(
            "numerator_count / denominator_count; chargebacks can exceed 1, their orders are of other days")
        @Nullable Double rate,
    @Doc("Wilson, 95 %; absent above 1") @Nullable Double rateLow,
    @Doc("Wilson, 95 %; absent above 1") @Nullable Double rateHigh,
    @Doc(
            "P(true rate > bound), by the beta distribution that Jeffreys' prior leaves; for on-time and response rates a high one is good")
        @Nullable Double probabilityAboveBound,
    @Doc(
            "Whether the rate is on the wrong side and the events are as many as the programme acts on: what the programme itself sees")
        boolean isBeyondBound,
    @Doc(
            "`BROKEN`: beyond the bound, and the true rate with a probability of 0.95. `NEAR`: not broken, at least one event on the wrong side and half of those that the programme acts on, and the true rate beyond with a probability of 0.2. `NOT_MEASURABLE`: nothing to count. Else `OK`")
        BoundStanding standing,
    @Doc("What the programme counts, and how this differs") String note,
    @Doc("Where the bound was read") String source,
    @Doc("First date that it holds; absent where no source tells")
        @Nullable LocalDate validFromDate,
    @Doc("Last date that it holds; absent while it does") @Nullable LocalDate validToDate,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First of the metric's days") LocalDate windowStartDate,
    @Doc("Last of the metric's days: the as-of date") LocalDate windowEndDate) {

  public static final Contract<ProgramBound> CONTRACT =
      Contract.of("program_bounds", ProgramBound.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field PROGRAM = CONTRACT.field("program");
  public static final Field TIER = CONTRACT.field("tier");
  public static final Field METRIC = CONTRACT.field("metric");
  public static final Field BOUND_OPERATOR = CONTRACT.field("bound_operator");
  public static final Field BOUND = CONTRACT.field("bound");
  public static final Field MINIMUM_NUMERATOR_COUNT = CONTRACT.field("minimum_numerator_count");
  public static final Field METRIC_DAYS = CONTRACT.field("metric_days");
  public static final Field NUMERATOR_COUNT = CONTRACT.field("numerator_count");
  public static final Field DENOMINATOR_COUNT = CONTRACT.field("denominator_count");
  public static final Field RATE = CONTRACT.field("rate");
  public static final Field RATE_LOW = CONTRACT.field("rate_low");
  public static final Field RATE_HIGH = CONTRACT.field("rate_high");
  public static final Field PROBABILITY_ABOVE_BOUND = CONTRACT.field("probability_above_bound");
  public static final Field IS_BEYOND_BOUND = CONTRACT.field("is_beyond_bound");
  public static final Field STANDING = CONTRACT.field("standing");
  public static final Field NOTE = CONTRACT.field("note");
  public static final Field SOURCE = CONTRACT.field("source");
  public static final Field VALID_FROM_DATE = CONTRACT.field("valid_from_date");
  public static final Field VALID_TO_DATE = CONTRACT.field("valid_to_date");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public ProgramBound {
    required(sellerId, "sellerId");
    required(program, "program");
    required(tier, "tier");
    required(metric, "metric");
    required(boundOperator, "boundOperator");
    required(standing, "standing");
    required(note, "note");
    required(source, "source");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
