package dev.hindsight.reports;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static dev.hindsight.reports.SellerReportFixture.causeOf;
import static dev.hindsight.reports.SellerReportFixture.endings;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import java.util.List;

/** Invented sellers whose reports differ as much as reports can. */
public final class Showcase {
  private Showcase() {}

  public static List<SellerReport> sellers() {
    return List.of(bad(), quiet(), tiny(), waiting(), openedOnly());
  }

  /** Far above the usual range, with all that a report can say. */
  public static SellerReport bad() {
    return aReport()
        .seller("s-118", "Bergamot Home")
        .orders(1_412)
        .disputed(31, 12.2, 6, 19)
        .before(new Comparison(14, 11.4, 5L, 18L))
        .causes(
            cause("Arrived damaged", 17, 4.1, 1, 8),
            cause("Not as described", 7, 4.4, 1, 9),
            cause("Not received", 5, 2.9, 0, 7),
            causeOf(AccountableParty.CARRIER, "Lost by the carrier", 2))
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
            aCase("10-48260", "Arrived damaged", "2026-02-24T09:10:00Z", Outcome.OPEN),
            aCase("10-48266", "Not received", "2026-02-26T23:30:00Z", Outcome.OPEN),
            aCase("10-48271", "Arrived damaged", "2026-02-27T12:00:00Z", Outcome.OPEN))
        .cases(
            aCase("10-48271", "Arrived damaged", "2026-02-27T12:00:00Z", Outcome.OPEN),
            aCase("10-48266", "Not received", "2026-02-26T23:30:00Z", Outcome.OPEN),
            aCase("10-48213", "Arrived damaged", "2026-02-24T08:00:00Z", Outcome.BUYER_FAVOUR),
            aCase("10-48077", "Not as described", "2026-02-20T08:00:00Z", Outcome.WITHDRAWN),
            aCase(
                "10-47951", "Arrived damaged", "2026-02-19T08:00:00Z", Outcome.ACCEPTED_BY_SELLER))
        .unmatched(2)
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
            cause("Not received", 5, 4.9, 1, 10),
            cause("Arrived late", 3, 3.8, 0, 8),
            cause("Not as described", 1, 1.7, 0, 5))
        .months("2025-09", 1, 3, 3, 2, 4, 3)
        .endings(endings(9).settled(6).decided(1, 0, 1).withdrawn(1).replied(9, 9).escalated(2))
        .cases(aCase("20-101", "Not received", "2026-02-21T08:00:00Z", Outcome.ACCEPTED_BY_SELLER))
        .build();
  }

  /** A handful of orders and one dispute. */
  public static SellerReport tiny() {
    return aReport()
        .seller("s-900", "Käthes Knöpfe")
        .email(null)
        .orders(14)
        .disputed(1, 0.12, 0, 1)
        .causes(cause("Wrong item", 1, 0.02, 0, 0))
        .months("2025-09", 0, 0, 0, 0, 0, 1)
        .endings(endings(1).decided(0, 0, 1).replied(0, 1).escalated(1))
        .cases(aCase("90-1", "Wrong item", "2026-02-11T08:00:00Z", Outcome.BUYER_FAVOUR))
        .build();
  }

  /** Just above the range, more waiting than can be listed. */
  public static SellerReport waiting() {
    return aReport()
        .seller("s-330", "Rue 7 – Vintage & Mode")
        .orders(640)
        .disputed(14, 6.2, 2, 11)
        .causes(cause("Not as described", 9, 3.1, 0, 7), cause("Counterfeit", 5, 0.4, 0, 2))
        .months("2025-12", 4, 5, 5)
        .endings(endings(14).settled(2).replied(2, 13).escalated(3).refunded("310.0000", 0))
        .waiting(
            12,
            aCase("33-001", "Not as described", "2026-01-05T08:00:00Z", Outcome.OPEN),
            aCase("33-002", "Not as described", "2026-01-07T08:00:00Z", Outcome.OPEN),
            aCase("33-003", "Counterfeit", "2026-01-09T08:00:00Z", Outcome.OPEN),
            aCase("33-004", "Not as described", "2026-01-15T08:00:00Z", Outcome.OPEN),
            aCase("33-005", "Counterfeit", "2026-01-19T08:00:00Z", Outcome.OPEN),
            aCase("33-006", "Not as described", "2026-01-25T08:00:00Z", Outcome.OPEN))
        .cases(aCase("33-012", "Counterfeit", "2026-02-26T08:00:00Z", Outcome.OPEN))
        .build();
  }

  /** Known from a log that tells only of openings. */
  public static SellerReport openedOnly() {
    return aReport()
        .seller("6d803cb79cc31c41c4c789a75933b3c7", null)
        .email("loja@vendedor.example")
        .timeZone("America/Sao_Paulo")
        .orders(96)
        .disputed(2, 2.6, 0, 6)
        .causes(cause("Not received", 2, 2.6, 0, 6))
        .months("2025-11", 1, 0, 1, 1)
        .cases(
            aCase(
                "e481f51cbdc54678b7cc49136f2d6af7",
                "Not received",
                "2026-02-01T01:00:00Z",
                Outcome.OPEN))
        .build();
  }
}
