package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened on a date in the whole marketplace, as far as a version knows. */
@Grain(
    value =
        "one row per date on which something was ordered, opened or logged, all history; what the next version compares itself with",
    key = {"counted_date"})
public record DailyCounts(
    @Doc("The date in the reporting time zone") LocalDate countedDate,
    @Doc("Order lines ordered on the date") long transactionCount,
    @Doc(
            "What was paid for them, in `currency`; absent when of none of them that is known in that currency")
        @Nullable BigDecimal soldAmount,
    @Doc("Of these lines, those with a dispute by the as-of date") long disputedTransactionCount,
    @Doc("Orders with such a line; several lines of an order count once") long disputedOrderCount,
    @Doc("Events of disputes that occurred on the date") long eventCount,
    @Doc("Disputes opened on the date, whenever ordered") long openedDisputeCount,
    @Doc("Of these disputes, those open as of the as-of date") long openCount,
    @Doc("Of these disputes, those that the marketplace decided") long decidedCount,
    @Doc("Of these disputes, those decided for the seller") long sellerFavourCount,
    @Doc("Of these disputes, those that are adjusted by the as-of date") long adjustedCount,
    @Doc("Of these disputes, those with a refund, whatever its amount") long refundedCount,
    @Doc("Disputed in these disputes, in `currency`; absent when nothing could be summed")
        @Nullable BigDecimal disputedAmount,
    @Doc("Refunded in these disputes, in `currency`; absent when nothing could be summed")
        @Nullable BigDecimal refundedAmount,
    @Doc("Of these disputes, those of which an amount is left out of the sums")
        long unconvertedCount,
    @Doc("The reporting currency, ISO 4217") String currency,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<DailyCounts> CONTRACT =
      Contract.of("daily_counts", DailyCounts.class);
  public static final Field COUNTED_DATE = CONTRACT.field("counted_date");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field SOLD_AMOUNT = CONTRACT.field("sold_amount");
  public static final Field DISPUTED_TRANSACTION_COUNT =
      CONTRACT.field("disputed_transaction_count");
  public static final Field DISPUTED_ORDER_COUNT = CONTRACT.field("disputed_order_count");
  public static final Field EVENT_COUNT = CONTRACT.field("event_count");
  public static final Field OPENED_DISPUTE_COUNT = CONTRACT.field("opened_dispute_count");
  public static final Field OPEN_COUNT = CONTRACT.field("open_count");
  public static final Field DECIDED_COUNT = CONTRACT.field("decided_count");
  public static final Field SELLER_FAVOUR_COUNT = CONTRACT.field("seller_favour_count");
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
  public static final Field REFUNDED_COUNT = CONTRACT.field("refunded_count");
  public static final Field DISPUTED_AMOUNT = CONTRACT.field("disputed_amount");
  public static final Field REFUNDED_AMOUNT = CONTRACT.field("refunded_amount");
  public static final Field UNCONVERTED_COUNT = CONTRACT.field("unconverted_count");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public DailyCounts {
    required(countedDate, "countedDate");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
  }
}
