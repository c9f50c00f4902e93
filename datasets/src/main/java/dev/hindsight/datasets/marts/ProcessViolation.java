package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often the disputes of a seller keep to a rule of the process. */
@Grain(
    value =
        "one row per seller and rule that a dispute of the seller opened in the window concerns",
    key = {"seller_id", "process_rule"})
public record ProcessViolation(
    @Doc("The seller that the disputes are about") String sellerId,
    @Doc("What the course of a dispute should keep to") ProcessRule processRule,
    @Doc("Who answers for it") AccountableParty responsibleParty,
    @Doc(
            "Disputes of which it is known whether they kept to the rule; one that is not due yet is not counted")
        long checkedCount,
    @Doc("Of those, the ones that did not") long violationCount,
    @Doc("Disputes concerned of which it is not known, for what it needs is not logged")
        long unknownCount,
    @Doc("violation_count / checked_count; absent where none is checked")
        @Nullable Double violationRate,
    @Doc("Wilson, 95 %") @Nullable Double violationRateLow,
    @Doc("Wilson, 95 %") @Nullable Double violationRateHigh,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<ProcessViolation> CONTRACT =
      Contract.of("process_violations", ProcessViolation.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field PROCESS_RULE = CONTRACT.field("process_rule");
  public static final Field RESPONSIBLE_PARTY = CONTRACT.field("responsible_party");
  public static final Field CHECKED_COUNT = CONTRACT.field("checked_count");
  public static final Field VIOLATION_COUNT = CONTRACT.field("violation_count");
  public static final Field UNKNOWN_COUNT = CONTRACT.field("unknown_count");
  public static final Field VIOLATION_RATE = CONTRACT.field("violation_rate");
  public static final Field VIOLATION_RATE_LOW = CONTRACT.field("violation_rate_low");
  public static final Field VIOLATION_RATE_HIGH = CONTRACT.field("violation_rate_high");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public ProcessViolation {
    required(sellerId, "sellerId");
    required(processRule, "processRule");
    required(responsibleParty, "responsibleParty");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
