package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a seller's disputes of a cause ended. */
@Grain(
    value = "one row per seller, category, cause and month opened, all history",
    key = {"seller_id", "category", "cause", "opened_month"})
public record OutcomeCounts(
    @Doc("The seller") String sellerId,
    @Doc("Category of the disputed goods") String category,
    @Doc("What went wrong") String cause,
    @Doc("First of the month in which the disputes were opened, reporting time zone")
        LocalDate openedMonth,
    @Doc("Disputes; the sum of resolved_by_seller, decided, withdrawn and open") long disputeCount,
    @Doc("Distinct order lines among them; disputes without a known line count one each")
        long disputedTransactionCount,
    @Doc("Settled by the seller") long resolvedBySellerCount,
    @Doc("Escalated to the marketplace, whatever came of it") long escalatedCount,
    @Doc("Decided by the marketplace; the sum of the next four") long decidedCount,
    @Doc("Decided for the seller") long sellerFavourCount,
    @Doc("Decided for the buyer") long buyerFavourCount,
    @Doc("Decided in part for each") long partialCount,
    @Doc("The marketplace paid, neither party was debited") long marketplacePaidCount,
    @Doc("Given up by the buyer, or closed with nothing decided and nothing refunded")
        long withdrawnCount,
    @Doc("Not ended by the date") long openCount,
    @Doc("Adjusted by the date, however they ended; `dispute_count` has them, too")
        long adjustedCount,
    @Doc("Sum of the disputed amounts in `currency`; absent when none could be summed")
        @Nullable BigDecimal disputedAmount,
    @Doc("Sum of the refunds in `currency`; absent when none could be summed")
        @Nullable BigDecimal refundedAmount,
    @Doc("The reporting currency") String currency,
    @Doc(
            "Disputes of which an amount is unknown, or in a currency without a rate: that amount is in no sum")
        long unconvertedCount,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<OutcomeCounts> CONTRACT =
      Contract.of("outcomes", OutcomeCounts.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field CATEGORY = CONTRACT.field("category");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field OPENED_MONTH = CONTRACT.field("opened_month");
  public static final Field DISPUTE_COUNT = CONTRACT.field("dispute_count");
  public static final Field DISPUTED_TRANSACTION_COUNT =
      CONTRACT.field("disputed_transaction_count");
  public static final Field RESOLVED_BY_SELLER_COUNT = CONTRACT.field("resolved_by_seller_count");
  public static final Field ESCALATED_COUNT = CONTRACT.field("escalated_count");
  public static final Field DECIDED_COUNT = CONTRACT.field("decided_count");
  public static final Field SELLER_FAVOUR_COUNT = CONTRACT.field("seller_favour_count");
  public static final Field BUYER_FAVOUR_COUNT = CONTRACT.field("buyer_favour_count");
  public static final Field PARTIAL_COUNT = CONTRACT.field("partial_count");
  public static final Field MARKETPLACE_PAID_COUNT = CONTRACT.field("marketplace_paid_count");
  public static final Field WITHDRAWN_COUNT = CONTRACT.field("withdrawn_count");
  public static final Field OPEN_COUNT = CONTRACT.field("open_count");
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
  public static final Field DISPUTED_AMOUNT = CONTRACT.field("disputed_amount");
  public static final Field REFUNDED_AMOUNT = CONTRACT.field("refunded_amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field UNCONVERTED_COUNT = CONTRACT.field("unconverted_count");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");

  public OutcomeCounts {
    required(sellerId, "sellerId");
    required(category, "category");
    required(cause, "cause");
    required(openedMonth, "openedMonth");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
  }
}
