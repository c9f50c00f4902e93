package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A way that disputes go: their events, in order. */
@Grain(
    value =
        "one row per sequence of events of the disputes opened in the window, the 1,000 most frequent",
    key = {"variant"})
public record ProcessVariant(
    @Doc("The types of the events in order, separated by ` > `; cut after 20 events, then `…`")
        String variant,
    @Doc("1 is the most frequent; ties by name") int variantRank,
    @Doc("Events of the sequence; the fewest where it is cut") int variantEventCount,
    @Doc("Disputes that went so, as far as is known by the date") long disputeCount,
    @Doc("Disputes opened in the window, whatever way they went") long openedCount,
    @Doc("dispute_count / opened_count") double disputeShare,
    @Doc("Of the disputes, the ones whose time to the outcome that stands is known")
        long endedCount,
    @Doc("Of those, from opening to outcome; absent where none ended") @Nullable Double medianHours,
    @Doc("Nine of ten of those took no longer; interpolated") @Nullable Double p90Hours,
    @Doc(
            "Whether anything was done again: an appeal, a reopening, or a type of event for the second time")
        boolean isRework,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<ProcessVariant> CONTRACT =
      Contract.of("process_variants", ProcessVariant.class);
  public static final Field VARIANT = CONTRACT.field("variant");
  public static final Field VARIANT_RANK = CONTRACT.field("variant_rank");
  public static final Field VARIANT_EVENT_COUNT = CONTRACT.field("variant_event_count");
  public static final Field DISPUTE_COUNT = CONTRACT.field("dispute_count");
  public static final Field OPENED_COUNT = CONTRACT.field("opened_count");
  public static final Field DISPUTE_SHARE = CONTRACT.field("dispute_share");
  public static final Field ENDED_COUNT = CONTRACT.field("ended_count");
  public static final Field MEDIAN_HOURS = CONTRACT.field("median_hours");
  public static final Field P90_HOURS = CONTRACT.field("p90_hours");
  public static final Field IS_REWORK = CONTRACT.field("is_rework");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public ProcessVariant {
    required(variant, "variant");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
