package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.ReportFrequency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a seller's report shows, and nothing else: a report is a rendering of one row,
 * its list of cases included.
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
    @Doc("How often the seller wants a report; weekly where no seller list tells")
        ReportFrequency reportFrequency,
    @Doc("Distinct orders of the window") long orderCount,
    @Doc("The comparison over all causes") Comparison total,
    @Doc(
            "Benjamini-Hochberg over the sellers of the night with five or more expected, or over those with less; only below 0.05 is it more than chance, and than ordinary sellers differ")
        @Nullable Double totalQValue,
    @Doc("How the seller compares in what it is accountable for; words of the mart, not a verdict")
        Rating rating,
    @Doc("Disputed orders that the seller is accountable for, at most one dispute each")
        long accountableObservedCount,
    @Doc("What similar sellers would have had of these; absent when too little is sold")
        @Nullable Double accountableExpectedCount,
    @Doc("The same for the previous window, as known at its end; absent without orders then")
        @Nullable Comparison previous,
    @Doc("Exact two-sided test of this window's ratio against the previous one's")
        @Nullable Double changePValue,
    @Doc(
            "Other sellers in the largest group that the comparison rests on; absent under 5, and when there is no comparison")
        @Nullable Long peerCount,
    @Doc("Each cause observed or opened in the window, most observed first, ties by cause")
        List<CauseLine> causes,
    @Doc(
            "Disputes opened in each month that the two windows touch, in order, zeros included; the last up to the date")
        List<MonthLine> months,
    @Doc("How the disputes opened in the window stand") Endings endings,
    @Doc("Where the time goes") ReportTimes times,
    @Doc(
            "Confirmed findings that the seller is accountable for, most avoidable disputes first; what delivery compares with the last report")
        List<ReportFinding> findings,
    @Doc("What to do about them, most money first, at most 3; none where few buyers disputed")
        List<ReportTask> tasks,
    @Doc("What the seller was flagged for a week before and no longer is, and accountable for")
        List<FadedFinding> fadedFindings,
    @Doc("Weeks far above the seller's own past that ended within 28 days, newest first")
        List<ReportAlarm> alarms,
    @Doc("Bounds of programmes that are near or broken, broken ones first")
        List<ReportBound> bounds,
    @Doc(
            "Open disputes without a reply by the seller, oldest first, at most 10; empty where no source logs replies")
        List<CaseLine> waiting,
    @Doc("All open disputes without a reply; 0 where no source logs replies") long waitingCount,
    @Doc(
            "Disputes opened in the window, or about an order of the window, newest first, at most 5,000")
        List<CaseLine> cases,
    @Doc("All of these") long caseCount,
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
  public static final Field REPORT_FREQUENCY = CONTRACT.field("report_frequency");
  public static final Field ORDER_COUNT = CONTRACT.field("order_count");
  public static final Field TOTAL = CONTRACT.field("total");
  public static final Field TOTAL_Q_VALUE = CONTRACT.field("total_q_value");
  public static final Field RATING = CONTRACT.field("rating");
  public static final Field ACCOUNTABLE_OBSERVED_COUNT =
      CONTRACT.field("accountable_observed_count");
  public static final Field ACCOUNTABLE_EXPECTED_COUNT =
      CONTRACT.field("accountable_expected_count");
  public static final Field PREVIOUS = CONTRACT.field("previous");
  public static final Field CHANGE_P_VALUE = CONTRACT.field("change_p_value");
  public static final Field PEER_COUNT = CONTRACT.field("peer_count");
  public static final Field CAUSES = CONTRACT.field("causes");
  public static final Field MONTHS = CONTRACT.field("months");
  public static final Field ENDINGS = CONTRACT.field("endings");
  public static final Field TIMES = CONTRACT.field("times");
  public static final Field FINDINGS = CONTRACT.field("findings");
  public static final Field TASKS = CONTRACT.field("tasks");
  public static final Field FADED_FINDINGS = CONTRACT.field("faded_findings");
  public static final Field ALARMS = CONTRACT.field("alarms");
  public static final Field BOUNDS = CONTRACT.field("bounds");
  public static final Field WAITING = CONTRACT.field("waiting");
  public static final Field WAITING_COUNT = CONTRACT.field("waiting_count");
  public static final Field CASES = CONTRACT.field("cases");
  public static final Field CASE_COUNT = CONTRACT.field("case_count");
  public static final Field UNMATCHED_COUNT = CONTRACT.field("unmatched_count");
  public static final Field ADJUSTED_COUNT = CONTRACT.field("adjusted_count");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public SellerReport {
    required(sellerId, "sellerId");
    required(reportFrequency, "reportFrequency");
    required(total, "total");
    required(rating, "rating");
    required(endings, "endings");
    required(times, "times");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
    causes = List.copyOf(required(causes, "causes"));
    months = List.copyOf(required(months, "months"));
    waiting = List.copyOf(required(waiting, "waiting"));
    cases = List.copyOf(required(cases, "cases"));
    findings = List.copyOf(required(findings, "findings"));
    tasks = List.copyOf(required(tasks, "tasks"));
    fadedFindings = List.copyOf(required(fadedFindings, "fadedFindings"));
    alarms = List.copyOf(required(alarms, "alarms"));
    bounds = List.copyOf(required(bounds, "bounds"));
  }

  /** Disputed orders beside what similar sellers would have had. */
  public record Comparison(
      @Doc("Disputed orders placed in the window, at most one dispute each") long observedCount,
      @Doc("What others of the same mix would have had; absent when too little is sold to say")
          @Nullable Double expectedCount,
      @Doc("The least that 95 of 100 ordinary sellers with that expectation would have")
          @Nullable Long usualLow,
      @Doc("The most that 95 of 100 ordinary sellers with that expectation would have")
          @Nullable Long usualHigh) {}

  /** A cause's part in it. */
  public record CauseLine(
      @Doc("The taxonomy's name of the cause") String cause,
      @Doc("The cause in words") String label,
      @Doc(
              "Who could have prevented it: the seller where any of the disputes opened was the seller's to prevent")
          AccountableParty accountableParty,
      @Doc("Disputes of the cause opened in the window") long openedCount,
      @Doc("The comparison for this cause") Comparison comparison,
      @Doc("Whether it is flagged in `seller_causes`, whoever is accountable") boolean isFlagged) {

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
      @Doc("seller_favour_count / (seller_favour_count + buyer_favour_count + partial_count)")
          @Nullable Double winRate,
      @Doc("Wilson, 95 %") @Nullable Double winRateLow,
      @Doc("Wilson, 95 %") @Nullable Double winRateHigh,
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

  /** One dispute, as far as its seller may see it. */
  public record CaseLine(
      @Doc("Identifies the dispute") String disputeId,
      @Doc("The order of the disputed line, where it was found") @Nullable String orderId,
      @Doc("Category of the line") String category,
      @Doc("The seller's article number") @Nullable String sku,
      @Doc("Who carried it") @Nullable String carrier,
      @Doc("The carrier's product") @Nullable String serviceLevel,
      @Doc("Where it was sent") @Nullable String shipRegion,
      @Doc("The taxonomy's name of the cause") String cause,
      @Doc("The cause in words") String label,
      @Doc("Who could have prevented it") AccountableParty accountableParty,
      @Doc("When the line was ordered") @Nullable Instant orderedAt,
      @Doc("When the dispute was opened") Instant openedAt,
      @Doc("The seller's first reply, offer or resolution") @Nullable Instant firstReplyAt,
      @Doc("When the outcome was reached") @Nullable Instant resolvedAt,
      @Doc("How it ended") Outcome outcome,
      @Doc("Whether it counts in the comparison: its order line was found, ordered in the window")
          boolean isCompared,
      @Doc("Whether a refund was logged") boolean isRefunded,
      @Doc("What is disputed, in `currency`") @Nullable BigDecimal disputedAmount,
      @Doc("What was refunded, in `currency`") @Nullable BigDecimal refundedAmount,
      @Doc("ISO-4217 code of the amounts") @Nullable String currency) {

    public CaseLine {
      required(disputeId, "disputeId");
      required(category, "category");
      required(cause, "cause");
      required(label, "label");
      required(accountableParty, "accountableParty");
      required(openedAt, "openedAt");
      required(outcome, "outcome");
    }
  }
}
