package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import dev.hindsight.datasets.landed.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a seller's report shows, and nothing else: a report is a rendering of one row.
 */
@Grain(
    value = "one row per seller with an order or a dispute in the window, every night",
    key = {"seller_id"})
public record SellerReport(
    @Doc("The seller") String sellerId,
    @Doc("The seller's name, where known") @Nullable String sellerName,
    @Doc("Where the report goes, where known") @Nullable String email,
    @Doc("BCP-47 tag of the seller's language and country") @Nullable String locale,
    @Doc("IANA name of the seller's time zone") @Nullable String timeZone,
    @Doc("Distinct orders of the window") long orderCount,
    @Doc("The comparison over all causes") Comparison total,
    @Doc("The same for the previous window, as known at its end; absent without orders then")
        @Nullable Comparison previous,
    @Doc(
            "Other sellers in the largest group that the comparison rests on; absent when there is no comparison")
        @Nullable Long peerCount,
    @Doc("Each cause observed or opened in the window, most observed first, ties by cause")
        List<CauseLine> causes,
    @Doc(
            "Disputes opened in each month that the two windows touch, in order, zeros included; the last up to the date")
        List<MonthLine> months,
    @Doc("How the disputes opened in the window stand") Endings endings,
    @Doc("Advice for the commonest cause that the seller can act on; absent when there is none")
        @Nullable Advice advice,
    @Doc(
            "Open disputes without a reply by the seller, oldest first, at most 10; empty where no source logs replies")
        List<CaseLine> waiting,
    @Doc("All open disputes without a reply; 0 where no source logs replies") long waitingCount,
    @Doc("The latest cases opened in the window, newest first, at most 5")
        List<CaseLine> latestCases,
    @Doc("Disputes opened in the window whose order line was not found") long unmatchedCount,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<SellerReport> CONTRACT =
      Contract.of("seller_reports", SellerReport.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field SELLER_NAME = CONTRACT.field("seller_name");
  public static final Field EMAIL = CONTRACT.field("email");
  public static final Field LOCALE = CONTRACT.field("locale");
  public static final Field TIME_ZONE = CONTRACT.field("time_zone");
  public static final Field ORDER_COUNT = CONTRACT.field("order_count");
  public static final Field TOTAL = CONTRACT.field("total");
  public static final Field PREVIOUS = CONTRACT.field("previous");
  public static final Field PEER_COUNT = CONTRACT.field("peer_count");
  public static final Field CAUSES = CONTRACT.field("causes");
  public static final Field MONTHS = CONTRACT.field("months");
  public static final Field ENDINGS = CONTRACT.field("endings");
  public static final Field ADVICE = CONTRACT.field("advice");
  public static final Field WAITING = CONTRACT.field("waiting");
  public static final Field WAITING_COUNT = CONTRACT.field("waiting_count");
  public static final Field LATEST_CASES = CONTRACT.field("latest_cases");
  public static final Field UNMATCHED_COUNT = CONTRACT.field("unmatched_count");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public SellerReport {
    required(sellerId, "sellerId");
    required(total, "total");
    required(endings, "endings");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
    causes = List.copyOf(causes);
    months = List.copyOf(months);
    waiting = List.copyOf(waiting);
    latestCases = List.copyOf(latestCases);
  }

  /**
   * Disputed orders beside what similar sellers would have had.
   *
   * @param observedCount disputed orders placed in the window
   * @param expectedCount what others of the same mix would have had; absent when too little is sold
   *     to say
   * @param usualLow the least that 95 of 100 sellers with that expectation would have by chance
   *     alone
   * @param usualHigh the most that 95 of 100 sellers with that expectation would have by chance
   *     alone
   */
  public record Comparison(
      long observedCount,
      @Nullable Double expectedCount,
      @Nullable Long usualLow,
      @Nullable Long usualHigh) {}

  /**
   * A cause's part in it.
   *
   * @param cause the taxonomy's name of the cause
   * @param label the cause in words
   * @param accountableParty who could have prevented it, where the seller ships; by the taxonomy
   */
  public record CauseLine(
      String cause,
      String label,
      AccountableParty accountableParty,
      long openedCount,
      Comparison comparison) {}

  /** Disputes opened in a month, of which the last is counted up to the date. */
  public record MonthLine(LocalDate month, long openedCount) {}

  /**
   * How the disputes opened in the window stand.
   *
   * @param repliedIn48hCount replied to within 48 hours; absent where no source logs replies
   * @param replyDueCount replied to, or unanswered and unresolved for 48 hours; absent where no
   *     source logs replies
   * @param escalatedCount escalated to the marketplace; absent where no source logs escalations
   * @param refundedAmount sum of the refunds in {@code currency}; absent when none could be summed
   */
  public record Endings(
      long openedCount,
      long resolvedBySellerCount,
      long sellerFavourCount,
      long buyerFavourCount,
      long partialCount,
      long marketplacePaidCount,
      long withdrawnCount,
      long openCount,
      @Nullable Long escalatedCount,
      @Nullable Long repliedIn48hCount,
      @Nullable Long replyDueCount,
      @Nullable BigDecimal refundedAmount,
      String currency,
      long unconvertedCount) {}

  /**
   * What usually helps against a cause.
   *
   * @param openedCount the seller's disputes of the cause opened in the window
   */
  public record Advice(String cause, String label, long openedCount, String action) {}

  /** One dispute, as far as its seller may see it. */
  public record CaseLine(
      String disputeId,
      @Nullable String orderId,
      @Nullable String sku,
      String label,
      Instant openedAt,
      Outcome outcome,
      boolean isRefunded,
      @Nullable BigDecimal disputedAmount,
      @Nullable String currency) {}
}
