package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
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
    @Doc("Sum of the disputed amounts in `currency`; absent when none could be summed")
        @Nullable BigDecimal disputedAmount,
    @Doc("Sum of the refunds of the same disputes in `currency`; absent when none could be summed")
        @Nullable BigDecimal refundedAmount,
    @Doc("The reporting currency") String currency,
    @Doc("Disputes left out of the sums: an amount is unknown, or in a currency without a rate")
        long unconvertedCount,
    @Doc("The date that this is the state of") LocalDate asOfDate) {

  public static final Contract<OutcomeCounts> CONTRACT =
      Contract.of("outcomes", OutcomeCounts.class);

  public OutcomeCounts {
    required(sellerId, "sellerId");
    required(category, "category");
    required(cause, "cause");
    required(openedMonth, "openedMonth");
    required(currency, "currency");
    required(asOfDate, "asOfDate");
  }
}
