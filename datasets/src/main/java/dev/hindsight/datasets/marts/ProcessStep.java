package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import dev.hindsight.datasets.landed.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Two events of which one directly followed the other. */
@Grain(
    value =
        "one row per pair of types of events, of which the second directly followed the first, of the disputes opened in the window",
    key = {"from_event_type", "to_event_type"})
public record ProcessStep(
    @Doc("The first of the two events") EventType fromEventType,
    @Doc("The event directly after it") EventType toEventType,
    @Doc("How often the one followed the other") long pairCount,
    @Doc("In how many disputes") long disputeCount,
    @Doc("Of pair_count, the second and later times within a dispute") long repeatedCount,
    @Doc("Between the two events") double medianHours,
    @Doc("Nine of ten took no longer; interpolated") double p90Hours,
    @Doc("Between the two events, added up") double totalHours,
    @Doc("Total_hours of all pairs: from the first events of the disputes to their latest ones")
        double allPairsHours,
    @Doc("total_hours / all_pairs_hours; absent where no time passed at all")
        @Nullable Double throughputShare,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<ProcessStep> CONTRACT =
      Contract.of("process_steps", ProcessStep.class);
  public static final Field FROM_EVENT_TYPE = CONTRACT.field("from_event_type");
  public static final Field TO_EVENT_TYPE = CONTRACT.field("to_event_type");
  public static final Field PAIR_COUNT = CONTRACT.field("pair_count");
  public static final Field DISPUTE_COUNT = CONTRACT.field("dispute_count");
  public static final Field REPEATED_COUNT = CONTRACT.field("repeated_count");
  public static final Field MEDIAN_HOURS = CONTRACT.field("median_hours");
  public static final Field P90_HOURS = CONTRACT.field("p90_hours");
  public static final Field TOTAL_HOURS = CONTRACT.field("total_hours");
  public static final Field ALL_PAIRS_HOURS = CONTRACT.field("all_pairs_hours");
  public static final Field THROUGHPUT_SHARE = CONTRACT.field("throughput_share");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public ProcessStep {
    required(fromEventType, "fromEventType");
    required(toEventType, "toEventType");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
