package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a version says differently from the one before about a past date, and why. */
@Grain(
    value =
        "one row per date and measure of which a number was corrected or has grown since the version before, of dates that the version before had; none where there is no version before, or where it is not comparable (`comparison` in `_version.json` says which)",
    key = {"counted_date", "measure"})
public record Restatement(
    @Doc("The date that is counted, in the reporting time zone: of the order, opening or event")
        LocalDate countedDate,
    @Doc(
            "What is counted: by date of order `TRANSACTIONS`, `DISPUTED_TRANSACTIONS`, `DISPUTED_ORDERS`; by date of the event `EVENTS`; by date opened `OPENED_DISPUTES` and, of these, `OPEN_DISPUTES`, `DECIDED_DISPUTES`, `WON_DISPUTES`, `ADJUSTED_DISPUTES`, `REFUNDED_DISPUTES`")
        DailyMeasure measure,
    @Doc("The dataset whose rows are counted: `transactions`, `dispute_events` or `disputes`")
        String dataset,
    @Doc("The version before: the newest of an earlier date, or of the date itself")
        String earlierVersion,
    @Doc("The date that the version before is the state of") LocalDate earlierAsOfDate,
    @Doc("What the version before says") long earlierCount,
    @Doc(
            "The correction: how many more (negative: fewer) of what had happened by `earlier_as_of_date` are known now, from files that landed since or were replaced")
        long restatedCount,
    @Doc(
            "The growth: how many more (negative: fewer) by what happened after `earlier_as_of_date`; nothing is wrong with the earlier number")
        long maturedCount,
    @Doc("What this version says: earlier_count + restated_count + matured_count")
        long currentCount,
    @Doc(
            "The money that the version before says: sold, disputed or refunded; absent for measures without money, where none could be summed, and where the versions have different currencies")
        @Nullable BigDecimal earlierAmount,
    @Doc("How much of the money is a correction") @Nullable BigDecimal restatedAmount,
    @Doc("How much of the money is growth") @Nullable BigDecimal maturedAmount,
    @Doc("The money that this version says") @Nullable BigDecimal currentAmount,
    @Doc("ISO-4217 code of the amounts") @Nullable String currency,
    @Doc("Whether count or money are corrected; otherwise they have only grown") boolean isRestated,
    @Doc("The date that this version is the state of") LocalDate asOfDate) {

  public static final Contract<Restatement> CONTRACT =
      Contract.of("restatements", Restatement.class);
  public static final Field COUNTED_DATE = CONTRACT.field("counted_date");
  public static final Field MEASURE = CONTRACT.field("measure");
  public static final Field DATASET = CONTRACT.field("dataset");
  public static final Field EARLIER_VERSION = CONTRACT.field("earlier_version");
  public static final Field EARLIER_AS_OF_DATE = CONTRACT.field("earlier_as_of_date");
  public static final Field EARLIER_COUNT = CONTRACT.field("earlier_count");
  public static final Field RESTATED_COUNT = CONTRACT.field("restated_count");
  public static final Field MATURED_COUNT = CONTRACT.field("matured_count");
  public static final Field CURRENT_COUNT = CONTRACT.field("current_count");
  public static final Field EARLIER_AMOUNT = CONTRACT.field("earlier_amount");
  public static final Field RESTATED_AMOUNT = CONTRACT.field("restated_amount");
  public static final Field MATURED_AMOUNT = CONTRACT.field("matured_amount");
  public static final Field CURRENT_AMOUNT = CONTRACT.field("current_amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field IS_RESTATED = CONTRACT.field("is_restated");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public Restatement {
    required(countedDate, "countedDate");
    required(measure, "measure");
    required(dataset, "dataset");
    required(earlierVersion, "earlierVersion");
    required(earlierAsOfDate, "earlierAsOfDate");
    required(asOfDate, "asOfDate");
  }
}
