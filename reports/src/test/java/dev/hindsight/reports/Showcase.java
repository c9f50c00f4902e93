package dev.hindsight.reports;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static dev.hindsight.reports.SellerReportFixture.causeOf;
import static dev.hindsight.reports.SellerReportFixture.endings;
import static dev.hindsight.reports.SellerReportFixture.finding;
import static dev.hindsight.reports.SellerReportFixture.task;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.FadedFinding;
import dev.hindsight.datasets.marts.ProgramMetric;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.ReportAlarm;
import dev.hindsight.datasets.marts.ReportBound;
import dev.hindsight.datasets.marts.ReportTimes;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import java.time.LocalDate;
import java.util.List;

/** Invented sellers whose reports differ as much as reports can. */
public final class Showcase {
  private Showcase() {}

  public static List<SellerReport> sellers() {
    return List.of(bad(), good(), quiet(), tiny(), waiting(), openedOnly());
  }

  /** Far above the usual range, with all that a report can say. */
  public static SellerReport bad() {
    return bad("en-GB");
  }

  /** The same of a seller who speaks another language. */
  public static SellerReport bad(String locale) {
    return aReport()
        .locale(locale)
        .seller("s-118", "Bergamot Home")
        .orders(1_412)
        .disputed(31, 12.2, 5, 21)
        .judged(0.002, Rating.VERY_HIGH)
        .before(new Comparison(14, 11.4, 5L, 20L))
        .changed(0.02)
        .findings(
            finding("DAMAGED_IN_TRANSIT", 17, 4.1, 1, 2, 2, 3, 6, 8),
            finding("WRONG_ITEM", 8, 1.2, 0, 1, 0, 1, 3, 4))
        .tasks(
            task(1, "DAMAGED_IN_TRANSIT", DriverDimension.SKU, "GL-30"),
            task(2, "WRONG_ITEM", null, null))
        .faded(new FadedFinding("LATE_DELIVERY", "arrived late", 3, 2.7, 0L, 7L, 12, 3.1))
        .alarms(
            new ReportAlarm(
                "DAMAGED_IN_TRANSIT", "arrived damaged", LocalDate.parse("2026-02-16"), 7, 1.3))
        .bounds(
            new ReportBound(
                "eBay",
                "seller standards",
                ProgramMetric.CASE_LOST_RATE,
                BoundOperator.AT_MOST,
                0.003,
                90,
                6,
                1_412,
                BoundStanding.NEAR))
        .times(new ReportTimes(9.2, 11.4, 130.0, 11, 150.0, 144.0))
        .causes(
            flagged(cause("DAMAGED_IN_TRANSIT", 17, 4.1, 1, 8)),
            flagged(cause("WRONG_ITEM", 8, 1.2, 0, 4)),
            cause("NOT_AS_DESCRIBED", 7, 4.4, 1, 9),
            cause("ITEM_NOT_RECEIVED", 5, 2.9, 0, 7),
            causeOf(AccountableParty.CARRIER, "LOST_BY_CARRIER", 2))
        .months("2025-09", 2, 4, 5, 6, 11, 14)
        .endings(
            endings(34)
                .settled(14)
                .decided(2, 1, 6)
                .withdrawn(2)
                .escalated(11)
                .replied(26, 31)
                .refunded("1240.5000", 1))
        .waiting(
            3,
            aCase("10-48260", "DAMAGED_IN_TRANSIT", "2026-02-24T09:10:00Z", Outcome.OPEN),
            aCase("10-48266", "ITEM_NOT_RECEIVED", "2026-02-26T23:30:00Z", Outcome.OPEN),
            aCase("10-48271", "DAMAGED_IN_TRANSIT", "2026-02-27T12:00:00Z", Outcome.OPEN))
        .cases(
            aCase("10-48271", "DAMAGED_IN_TRANSIT", "2026-02-27T12:00:00Z", Outcome.OPEN),
            aCase("10-48266", "ITEM_NOT_RECEIVED", "2026-02-26T23:30:00Z", Outcome.OPEN),
            aCase("10-48213", "DAMAGED_IN_TRANSIT", "2026-02-24T08:00:00Z", Outcome.BUYER_FAVOUR),
            aCase("10-48077", "NOT_AS_DESCRIBED", "2026-02-20T08:00:00Z", Outcome.WITHDRAWN),
            aCase(
                "10-47951",
                "DAMAGED_IN_TRANSIT",
                "2026-02-19T08:00:00Z",
                Outcome.ACCEPTED_BY_SELLER),
            aCase("10-47630", "WRONG_ITEM", "2026-02-18T08:00:00Z", Outcome.PARTIAL),
            aCase("10-47588", "DAMAGED_IN_TRANSIT", "2026-02-18T07:00:00Z", Outcome.BUYER_FAVOUR),
            aCase("10-47511", "DAMAGED_IN_TRANSIT", "2026-02-15T07:00:00Z", Outcome.BUYER_FAVOUR),
            aCase("10-47400", "DAMAGED_IN_TRANSIT", "2026-02-12T07:00:00Z", Outcome.BUYER_FAVOUR))
        .unmatched(2)
        .build();
  }

  /** A finding has faded, and the rest is below what is usual. */
  public static SellerReport good() {
    return aReport()
        .seller("s-077", "Blumen & Töpfe Krämer")
        .locale("de-DE")
        .timeZone("Europe/Berlin")
        .orders(1_920)
        .disputed(6, 15.3, 7, 25)
        .judged(1.0, Rating.LOW)
        .before(new Comparison(24, 14.1, 6L, 24L))
        .changed(0.004)
        .faded(new FadedFinding("DAMAGED_IN_TRANSIT", "arrived damaged", 2, 4.4, 1L, 9L, 15, 4.2))
        .causes(
            cause("DAMAGED_IN_TRANSIT", 2, 4.4, 1, 9),
            cause("ITEM_NOT_RECEIVED", 3, 5.0, 1, 10),
            cause("NOT_AS_DESCRIBED", 1, 4.1, 1, 9))
        .months("2025-09", 7, 9, 8, 3, 2, 1)
        .endings(endings(6).settled(5).decided(1, 0, 0).replied(6, 6).escalated(1))
        .times(new ReportTimes(3.0, 11.4, 30.0, 1, null, 144.0))
        .cases(aCase("77-014", "ITEM_NOT_RECEIVED", "2026-02-20T08:00:00Z", Outcome.WITHDRAWN))
        .build();
  }

  /** Many orders, inside the usual range. */
  public static SellerReport quiet() {
    return aReport()
        .seller("s-204", "Northlight Books")
        .orders(2_310)
        .disputed(9, 10.4, 4, 17)
        .before(new Comparison(9, 9.8, 4L, 17L))
        .causes(
            cause("ITEM_NOT_RECEIVED", 5, 4.9, 1, 10),
            cause("LATE_DELIVERY", 3, 3.8, 0, 8),
            cause("NOT_AS_DESCRIBED", 1, 1.7, 0, 5))
        .months("2025-09", 1, 3, 3, 2, 4, 3)
        .endings(endings(9).settled(6).decided(1, 0, 1).withdrawn(1).replied(9, 9).escalated(2))
        .cases(
            aCase(
                "20-101", "ITEM_NOT_RECEIVED", "2026-02-21T08:00:00Z", Outcome.ACCEPTED_BY_SELLER))
        .build();
  }

  /** A handful of orders and one dispute. */
  public static SellerReport tiny() {
    return aReport()
        .seller("s-900", "Käthes Knöpfe")
        .email(null)
        .orders(14)
        .disputed(1, 0.12, 0, 1)
        .rated(Rating.INSUFFICIENT_DATA)
        .causes(cause("WRONG_ITEM", 1, 0.02, 0, 0))
        .months("2025-09", 0, 0, 0, 0, 0, 1)
        .endings(endings(1).decided(0, 0, 1).replied(0, 1).escalated(1))
        .cases(aCase("90-1", "WRONG_ITEM", "2026-02-11T08:00:00Z", Outcome.BUYER_FAVOUR))
        .build();
  }

  /** Just above the range, more waiting than can be listed. */
  public static SellerReport waiting() {
    return aReport()
        .seller("s-330", "Rue 7 – Vintage & Mode")
        .orders(640)
        .disputed(14, 6.2, 2, 11)
        .causes(cause("NOT_AS_DESCRIBED", 9, 3.1, 0, 7), cause("COUNTERFEIT", 5, 0.4, 0, 2))
        .months("2025-12", 4, 5, 5)
        .endings(endings(14).settled(2).replied(2, 13).escalated(3).refunded("310.0000", 0))
        .waiting(
            12,
            aCase("33-001", "NOT_AS_DESCRIBED", "2026-01-05T08:00:00Z", Outcome.OPEN),
            aCase("33-002", "NOT_AS_DESCRIBED", "2026-01-07T08:00:00Z", Outcome.OPEN),
            aCase("33-003", "COUNTERFEIT", "2026-01-09T08:00:00Z", Outcome.OPEN),
            aCase("33-004", "NOT_AS_DESCRIBED", "2026-01-15T08:00:00Z", Outcome.OPEN),
            aCase("33-005", "COUNTERFEIT", "2026-01-19T08:00:00Z", Outcome.OPEN),
            aCase("33-006", "NOT_AS_DESCRIBED", "2026-01-25T08:00:00Z", Outcome.OPEN))
        .cases(aCase("33-012", "COUNTERFEIT", "2026-02-26T08:00:00Z", Outcome.OPEN))
        .build();
  }

  private static CauseLine flagged(CauseLine line) {
    return new CauseLine(
        line.cause(),
        line.label(),
        line.accountableParty(),
        line.openedCount(),
        line.comparison(),
        true);
  }

  /** Known from a log that tells only of openings. */
  public static SellerReport openedOnly() {
    return aReport()
        .seller("6d803cb79cc31c41c4c789a75933b3c7", null)
        .email("loja@vendedor.example")
        .locale("pt-BR")
        .timeZone("America/Sao_Paulo")
        .orders(96)
        .disputed(2, 2.6, 0, 6)
        .causes(cause("ITEM_NOT_RECEIVED", 2, 2.6, 0, 6))
        .months("2025-11", 1, 0, 1, 1)
        .cases(
            aCase(
                "e481f51cbdc54678b7cc49136f2d6af7",
                "ITEM_NOT_RECEIVED",
                "2026-02-01T01:00:00Z",
                Outcome.OPEN))
        .build();
  }
}
