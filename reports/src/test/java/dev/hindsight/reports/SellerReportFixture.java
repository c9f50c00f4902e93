package dev.hindsight.reports;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.FadedFinding;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.ReportAlarm;
import dev.hindsight.datasets.marts.ReportBound;
import dev.hindsight.datasets.marts.ReportFinding;
import dev.hindsight.datasets.marts.ReportTask;
import dev.hindsight.datasets.marts.ReportTimes;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.datasets.marts.SellerReport.Endings;
import dev.hindsight.datasets.marts.SellerReport.MonthLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds rows of the mart: a seller with 412 orders of which 9 were disputed, unless told else. */
public final class SellerReportFixture {
  private static final LocalDate AS_OF = LocalDate.parse("2026-02-28");

  private String sellerId = "s-118";
  private @Nullable String sellerName = "Bergamot Home";
  private @Nullable String email = "owner@bergamot.example";
  private @Nullable String timeZone = "Europe/Rome";
  private long orderCount = 412;
  private Comparison total = new Comparison(9, 11.6, 5L, 19L);
  private @Nullable Comparison previous;
  private @Nullable Long peerCount = 143L;
  private List<CauseLine> causes = List.of();
  private List<MonthLine> months = List.of();
  private Endings endings = endings(9).build();
  private ReportFrequency reportFrequency = ReportFrequency.WEEKLY;
  private @Nullable String locale = "en-GB";
  private @Nullable Double totalQValue;
  private Rating rating = Rating.AVERAGE;
  private @Nullable Double changePValue;
  private ReportTimes times = new ReportTimes(null, null, null, 0, null, null);
  private List<ReportFinding> findings = List.of();
  private List<ReportTask> tasks = List.of();
  private List<FadedFinding> fadedFindings = List.of();
  private List<ReportAlarm> alarms = List.of();
  private List<ReportBound> bounds = List.of();
  private List<CaseLine> waiting = List.of();
  private long waitingCount;
  private List<CaseLine> cases = List.of();
  private long caseCount;
  private long unmatchedCount;

  public static SellerReportFixture aReport() {
    return new SellerReportFixture();
  }

  public SellerReportFixture seller(String id, @Nullable String name) {
    sellerId = id;
    sellerName = name;
    return this;
  }

  public SellerReportFixture email(@Nullable String address) {
    email = address;
    return this;
  }

  public SellerReportFixture timeZone(@Nullable String zone) {
    timeZone = zone;
    return this;
  }

  public SellerReportFixture orders(long count) {
    orderCount = count;
    return this;
  }

  public SellerReportFixture disputed(long observed, double expected, long low, long high) {
    total = new Comparison(observed, expected, low, high);
    endings = endings(observed).build();
    return this;
  }

  public SellerReportFixture uncompared(long observed) {
    total = new Comparison(observed, null, null, null);
    endings = endings(observed).build();
    peerCount = null;
    return this;
  }

  public SellerReportFixture before(@Nullable Comparison comparison) {
    previous = comparison;
    return this;
  }

  public SellerReportFixture causes(CauseLine... lines) {
    causes = List.of(lines);
    return this;
  }

  public SellerReportFixture months(String first, long... counts) {
    LocalDate month = LocalDate.parse(first + "-01");
    months =
        IntStream.range(0, counts.length)
            .mapToObj(i -> new MonthLine(month.plusMonths(i), counts[i]))
            .toList();
    return this;
  }

  public SellerReportFixture endings(EndingsFixture fixture) {
    endings = fixture.build();
    return this;
  }

  public SellerReportFixture locale(@Nullable String tag) {
    locale = tag;
    return this;
  }

  public SellerReportFixture frequency(ReportFrequency frequency) {
    reportFrequency = frequency;
    return this;
  }

  /** How far all causes together are beyond chance. */
  public SellerReportFixture rated(Rating judgement) {
    rating = judgement;
    return this;
  }

  public SellerReportFixture judged(double qValue, Rating judgement) {
    totalQValue = qValue;
    rating = judgement;
    return this;
  }

  public SellerReportFixture changed(double pValue) {
    changePValue = pValue;
    return this;
  }

  public SellerReportFixture times(ReportTimes known) {
    times = known;
    return this;
  }

  public SellerReportFixture findings(ReportFinding... found) {
    findings = List.of(found);
    return this;
  }

  public SellerReportFixture tasks(ReportTask... advised) {
    tasks = List.of(advised);
    return this;
  }

  public SellerReportFixture faded(FadedFinding... faded) {
    fadedFindings = List.of(faded);
    return this;
  }

  public SellerReportFixture alarms(ReportAlarm... weeks) {
    alarms = List.of(weeks);
    return this;
  }

  public SellerReportFixture bounds(ReportBound... near) {
    bounds = List.of(near);
    return this;
  }

  public SellerReportFixture waiting(long count, CaseLine... lines) {
    waitingCount = count;
    waiting = List.of(lines);
    return this;
  }

  public SellerReportFixture cases(CaseLine... lines) {
    cases = List.of(lines);
    caseCount = lines.length;
    return this;
  }

  /** All cases, where not all of them are listed. */
  public SellerReportFixture caseCount(long count) {
    caseCount = count;
    return this;
  }

  public SellerReportFixture unmatched(long count) {
    unmatchedCount = count;
    return this;
  }

  public SellerReport build() {
    return new SellerReport(
        sellerId,
        sellerName,
        email,
        locale,
        timeZone,
        reportFrequency,
        orderCount,
        total,
        totalQValue,
        rating,
        total.observedCount(),
        total.expectedCount(),
        previous,
        changePValue,
        peerCount,
        causes,
        months,
        endings,
        times,
        findings,
        tasks,
        fadedFindings,
        alarms,
        bounds,
        waiting,
        waitingCount,
        cases,
        caseCount,
        unmatchedCount,
        0,
        AS_OF,
        AS_OF.minusDays(89),
        AS_OF);
  }

  public static CauseLine cause(String label, long observed, double expected, long low, long high) {
    return new CauseLine(
        label,
        label,
        AccountableParty.SELLER,
        observed,
        new Comparison(observed, expected, low, high),
        false);
  }

  public static CauseLine causeOf(AccountableParty party, String label, long observed) {
    return new CauseLine(
        label, label, party, observed, new Comparison(observed, null, null, null), false);
  }

  public static CaseLine aCase(String orderId, String label, String openedAt, Outcome outcome) {
    Instant opened = Instant.parse(openedAt);
    BigDecimal amount = new BigDecimal("62.0000");
    boolean isRefunded = outcome == Outcome.BUYER_FAVOUR;
    return new CaseLine(
        "d-" + orderId,
        orderId,
        "Lamps",
        "GL-30",
        "Parcelo",
        "Standard",
        "IT-25",
        label,
        label,
        AccountableParty.SELLER,
        opened.minus(Duration.ofDays(9)),
        opened,
        null,
        null,
        outcome,
        true,
        isRefunded,
        amount,
        isRefunded ? amount : null,
        "EUR");
  }

  /** A finding of so many disputed orders, and what is known beside them. */
  public static ReportFinding finding(
      String cause, long observed, double expected, long... months) {
    LocalDate first = LocalDate.parse("2025-09-01");
    double ratio = observed / expected;
    return new ReportFinding(
        cause,
        cause,
        observed,
        expected,
        Math.round(expected / 3),
        Math.round(expected * 2),
        ratio,
        ratio * 0.6,
        ratio * 1.5,
        0.0004,
        observed - expected,
        (observed - expected) * 0.6,
        (observed - expected) * 1.4,
        5,
        expected,
        0.01,
        observed - 1,
        0.1,
        IntStream.range(0, months.length)
            .mapToObj(i -> new MonthLine(first.plusMonths(i), months[i]))
            .toList());
  }

  /** Something to do about a cause; without a value it is spread evenly. */
  public static ReportTask task(
      int rank, String cause, @Nullable DriverDimension dimension, @Nullable String value) {
    boolean isDriven = dimension != null;
    return new ReportTask(
        rank,
        cause,
        dimension,
        value,
        isDriven ? 110L : null,
        isDriven ? 14L : null,
        isDriven ? 1.3 : null,
        isDriven ? 1_302L : null,
        isDriven ? 3L : null,
        dimension == DriverDimension.CARRIER ? Boolean.TRUE : null,
        isDriven
            ? "Give this article packing of its own: double box, corners protected, nothing loose inside."
            : "Scan or tick each article against the order when packing, and keep articles that look alike on different shelves.",
        isDriven
            ? "Photograph of the packed article, and the packing rule with its date."
            : "Packing record with scans of each disputed order.",
        "Visa dispute condition 13.3",
        9.4,
        5.1,
        14.2,
        new BigDecimal("583.0000"),
        new BigDecimal("316.2000"),
        new BigDecimal("880.4000"),
        "EUR");
  }

  /** Endings of that many disputes, about which nothing more is known. */
  public static EndingsFixture endings(long openedCount) {
    return new EndingsFixture(openedCount);
  }

  /** Builds how disputes ended; those that did not end are open. */
  public static final class EndingsFixture {
    private final long openedCount;
    private long settled;
    private long forSeller;
    private long forBuyer;
    private long partial;
    private long withdrawn;
    private @Nullable Long escalated;
    private @Nullable Long repliedInTime;
    private @Nullable Long replyDue;
    private @Nullable BigDecimal refunded;
    private long unconverted;

    private EndingsFixture(long openedCount) {
      this.openedCount = openedCount;
    }

    public EndingsFixture settled(long count) {
      settled = count;
      return this;
    }

    public EndingsFixture decided(long sellerFavour, long shared, long buyerFavour) {
      forSeller = sellerFavour;
      partial = shared;
      forBuyer = buyerFavour;
      return this;
    }

    public EndingsFixture withdrawn(long count) {
      withdrawn = count;
      return this;
    }

    public EndingsFixture escalated(long count) {
      escalated = count;
      return this;
    }

    public EndingsFixture replied(long inTime, long due) {
      repliedInTime = inTime;
      replyDue = due;
      return this;
    }

    public EndingsFixture refunded(String amount, long unconvertedCount) {
      refunded = new BigDecimal(amount);
      unconverted = unconvertedCount;
      return this;
    }

    Endings build() {
      return new Endings(
          openedCount,
          settled,
          forSeller,
          forBuyer,
          partial,
          winRate(),
          winRate() == null ? null : 0.09,
          winRate() == null ? null : 0.52,
          0,
          withdrawn,
          openedCount - settled - forSeller - forBuyer - partial - withdrawn,
          escalated,
          repliedInTime,
          replyDue,
          refunded,
          "EUR",
          unconverted);
    }

    private @Nullable Double winRate() {
      long decided = forSeller + forBuyer + partial;
      return decided == 0 ? null : (double) forSeller / decided;
    }
  }
}
