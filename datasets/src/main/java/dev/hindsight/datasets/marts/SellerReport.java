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
    @Doc(
            "Disputes of the window's orders whose objection the marketplace accepted by the date: in no comparison and no advice")
        long adjustedCount,
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
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
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
    causes = List.copyOf(required(causes, "causes"));
    months = List.copyOf(required(months, "months"));
    waiting = List.copyOf(required(waiting, "waiting"));
    latestCases = List.copyOf(required(latestCases, "latestCases"));
  }

  /** Disputed orders beside what similar sellers would have had. */
  public record Comparison(
      @Doc("Disputed orders placed in the window, at most one dispute each") long observedCount,
      @Doc("What others of the same mix would have had; absent when too little is sold to say")
          @Nullable Double expectedCount,
      @Doc("The least that 95 of 100 sellers with that expectation would have by chance alone")
          @Nullable Long usualLow,
      @Doc("The most that 95 of 100 sellers with that expectation would have by chance alone")
          @Nullable Long usualHigh) {}

  /** A cause's part in it. */
  public record CauseLine(
      @Doc("The taxonomy's name of the cause") String cause,
      @Doc("The cause in words") String label,
      @Doc(
              "Who could have prevented it: the seller where any of the disputes opened was the seller's to prevent")
          AccountableParty accountableParty,
      @Doc("Disputes of the cause opened in the window") long openedCount,
      @Doc("The comparison for this cause") Comparison comparison) {

    public CauseLine {
      required(cause, "cause");
      required(label, "label");
      required(accountableParty, "accountableParty");
      required(comparison, "comparison");
    }
  }

  /** Disputes opened in a month, of which the last is counted up to the date. */
  public record MonthLine(
      @Doc("First of the month") LocalDate month, @Doc("Disputes opened in it") long openedCount) {

    public MonthLine {
      required(month, "month");
    }
  }

  /** How the disputes opened in the window stand. */
  public record Endings(
      @Doc("Disputes opened in the window") long openedCount,
      @Doc("Settled by the seller") long resolvedBySellerCount,
      @Doc("Decided for the seller") long sellerFavourCount,
      @Doc("Decided for the buyer") long buyerFavourCount,
      @Doc("Decided in part for each") long partialCount,
      @Doc("The marketplace paid, neither party was debited") long marketplacePaidCount,
      @Doc("Given up by the buyer, or closed with nothing decided and nothing refunded")
          long withdrawnCount,
      @Doc("Not ended by the date") long openCount,
      @Doc("Escalated to the marketplace; absent where no source logs escalations")
          @Nullable Long escalatedCount,
      @Doc("Replied to within 48 hours; absent where no source logs replies")
          @Nullable Long repliedIn_48hCount,
      @Doc(
              "Replied to within 48 hours, or unanswered and unresolved that long; absent where no source logs replies")
          @Nullable Long replyDueCount,
      @Doc("Sum of the refunds in `currency`; absent when none could be summed")
          @Nullable BigDecimal refundedAmount,
      @Doc("The reporting currency") String currency,
      @Doc("Disputes whose refunds could not be summed") long unconvertedCount) {

    public Endings {
      required(currency, "currency");
    }
  }

  /** What usually helps against a cause. */
  public record Advice(
      @Doc("The taxonomy's name of the cause") String cause,
      @Doc("The cause in words") String label,
      @Doc("The seller's disputes of the cause opened in the window, adjusted ones left out")
          long openedCount,
      @Doc("What usually helps, in words") String action) {

    public Advice {
      required(cause, "cause");
      required(label, "label");
      required(action, "action");
    }
  }

  /** One dispute, as far as its seller may see it. */
  public record CaseLine(
      @Doc("Identifies the dispute") String disputeId,
      @Doc("The order of the disputed line, where it was found") @Nullable String orderId,
      @Doc("The seller's article number") @Nullable String sku,
      @Doc("The cause in words") String label,
      @Doc("When it was opened") Instant openedAt,
      @Doc("How it ended") Outcome outcome,
      @Doc("Whether a refund was logged") boolean isRefunded,
      @Doc("What is disputed, in `currency`") @Nullable BigDecimal disputedAmount,
      @Doc("ISO-4217 code of the amount") @Nullable String currency) {

    public CaseLine {
      required(disputeId, "disputeId");
      required(label, "label");
      required(openedAt, "openedAt");
      required(outcome, "outcome");
    }
  }
}
