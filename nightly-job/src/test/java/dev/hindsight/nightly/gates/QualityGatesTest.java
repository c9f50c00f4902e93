package dev.hindsight.nightly.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.gates.Verdict.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityGatesTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 4, 29);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 30);

  private final SmallMarket market;

  QualityGatesTest(@TempDir Path folder) {
    market = new SmallMarket(folder);
  }

  @BeforeEach
  void publishTheNightBefore() throws Exception {
    market.publish(BEFORE);
  }

  @Test
  void aSoundCandidatePasses() throws Exception {
    assertThat(judged(DAY))
        .extracting(
            verdict -> verdict.kind() + " " + verdict.gate().key() + " " + verdict.numbers())
        .containsExactly(
            "PASSED missing-day no day is missing",
            "PASSED daily-counts days are as usual",
            "PASSED missing-transactions 0 of 30 disputes opened in the window (0.0 %) name a"
                + " transaction that has not landed; 10.0 % are allowed",
            "PASSED sums the marts add up");
  }

  @Test
  void beforeTheFirstVersionNoDayIsCompared() throws Exception {
    market.sells(BEFORE, 0);

    assertThat(judged(BEFORE))
        .filteredOn(verdict -> verdict.kind() == Kind.UNTOLD)
        .extracting(verdict -> verdict.gate().key() + " " + verdict.numbers())
        .containsExactly(
            "missing-day no version of an earlier date",
            "daily-counts no version of an earlier date");
  }

  @Test
  void aMissingDayStops() throws Exception {
    market.sells(DAY, 0);

    assertThat(stopped(DAY))
        .singleElement()
        .extracting(Verdict::text)
        .asString()
        .contains("gate missing-day: 2026-04-30 has no transactions where about 40 are usual")
        .endsWith("; land the day's file and run again");
  }

  @Test
  void aDayThatIsMissingStopsTheNextNightsToo() throws Exception {
    market.sells(DAY, 0);

    assertThat(stopped(DAY.plusDays(6)))
        .extracting(Verdict::gate)
        .containsExactly(Gate.MISSING_DAY);
  }

  @Test
  void allDaysSinceTheLastVersionAreJudged() throws Exception {
    market.sells(DAY, 0);

    assertThat(stopped(DAY.plusDays(20)))
        .extracting(Verdict::gate)
        .containsExactly(Gate.MISSING_DAY);
  }

  @Test
  void aDayOfTheFirstVersionIsNotJudgedAgain() throws Exception {
    market.sells(BEFORE, 0);

    assertThat(stopped(DAY)).isEmpty();
  }

  @Test
  void whatIsAcceptedPassesAndSaysWhoAndWhy() throws Exception {
    market.sells(DAY, 0);
    GateRules rules = new GateRules(GateBounds.DEFAULT, Set.of(Gate.MISSING_DAY), "closed", "ann");

    assertThat(new QualityGates(List.of()).judge(market.candidate(DAY), rules))
        .filteredOn(verdict -> verdict.kind() == Kind.ACCEPTED)
        .singleElement()
        .satisfies(
            verdict ->
                assertThat(verdict.acceptance())
                    .isEqualTo(
                        new AcceptedGate("missing-day", DAY, "ann", "closed", verdict.numbers())));
  }

  @Test
  void anAcceptedDayIsNotAskedAboutAgain() throws Exception {
    market.sells(DAY, 0);
    AcceptedGate before = new AcceptedGate("missing-day", DAY, "ann", "closed", "");

    assertThat(
            new QualityGates(List.of(before))
                .judge(market.candidate(DAY.plusDays(1)), GateRules.DEFAULT))
        .extracting(Verdict::kind)
        .containsExactly(Kind.ACCEPTED_BEFORE, Kind.PASSED, Kind.PASSED, Kind.PASSED);
  }

  @Test
  void acceptingOneDayAcceptsNoLaterOneAndNoOtherGate() throws Exception {
    market.sells(DAY, 0);
    List<AcceptedGate> before =
        List.of(
            new AcceptedGate("missing-day", BEFORE, "ann", "closed", ""),
            new AcceptedGate("daily-counts", DAY, "ann", "closed", ""));

    assertThat(new QualityGates(before).judge(market.candidate(DAY), GateRules.DEFAULT))
        .extracting(Verdict::kind)
        .contains(Kind.STOPPED);
  }

  @Test
  void disputesWhoseTransactionsAreMissingStop() throws Exception {
    DAY.minusDays(25).datesUntil(DAY.minusDays(12)).forEach(day -> market.sells(day, 0));

    assertThat(stopped(DAY))
        .filteredOn(verdict -> verdict.gate() == Gate.MISSING_TRANSACTIONS)
        .extracting(Verdict::numbers)
        .containsExactly(
            "13 of 30 disputes opened in the window (43.3 %) name a transaction that has not landed;"
                + " 10.0 % are allowed");
  }

  @Test
  void aFewMissingTransactionsMayBeChance() throws Exception {
    DAY.minusDays(15).datesUntil(DAY.minusDays(10)).forEach(day -> market.sells(day, 0));

    assertThat(stopped(DAY)).isEmpty();
  }

  @Test
  void ordersOfTheFirstWeeksMayBeOlderThanTheLog() throws Exception {
    SmallMarket.START.datesUntil(DAY.minusDays(50)).forEach(day -> market.sells(day, 0));

    assertThat(judged(DAY))
        .filteredOn(verdict -> verdict.gate() == Gate.MISSING_TRANSACTIONS)
        .extracting(Verdict::kind)
        .containsExactly(Kind.UNTOLD);
  }

  @Test
  void withoutAnyTransactionsNothingIsMissing() throws Exception {
    SmallMarket.START.datesUntil(DAY.plusDays(1)).forEach(day -> market.sells(day, 0));

    assertThat(judged(DAY))
        .extracting(verdict -> verdict.kind() + " " + verdict.numbers())
        .contains("UNTOLD no transactions have landed")
        .noneMatch(verdict -> verdict.startsWith("STOPPED"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM disputes WHERE dispute_id = 'd-2026-02-11' | outcomes.dispute_count and disputes say 28 and 27 of s-0 Toys LATE_DELIVERY 2026-02-01
          UPDATE outcomes SET open_count = 0 WHERE opened_month = '2026-02-01' | the ways to end of outcomes and outcomes.dispute_count say 0 and 28 of s-0 Toys LATE_DELIVERY 2026-02-01
          UPDATE outcomes SET partial_count = 1 WHERE opened_month = '2026-02-01' | the decisions of outcomes and outcomes.decided_count say 1 and 0 of s-0 Toys LATE_DELIVERY 2026-02-01
          UPDATE daily_counts SET opened_dispute_count = 2 WHERE counted_date = '2026-02-11' | daily_counts.opened_dispute_count and disputes say 2 and 1 of 2026-02-11
          UPDATE disputes SET event_count = 4 WHERE dispute_id = 'd-2026-02-11' | daily_counts.event_count and disputes.event_count say 330 and 331 of all history
          UPDATE seller_scorecards SET transaction_count = 599 WHERE seller_id = 's-1' | seller_scorecards.transaction_count and daily_counts say 1,199 and 1,200 of the window
          UPDATE seller_scorecards SET opened_dispute_count = 29 WHERE seller_id = 's-0' | seller_scorecards.opened_dispute_count and daily_counts say 29 and 30 of the window
          UPDATE seller_scorecards SET disputed_transaction_count = 19 WHERE seller_id = 's-0' | seller_scorecards.disputed_transaction_count and daily_counts say 19 and 20 of the window
          UPDATE seller_scorecards SET observed_count = 19 WHERE seller_id = 's-0' | seller_scorecards.observed_count and disputes say 19 and 20 of s-0
          DELETE FROM seller_causes WHERE seller_id = 's-0' | seller_causes.observed_count and disputes say 0 and 20 of s-0 LATE_DELIVERY
          UPDATE seller_causes SET adjusted_count = 1 WHERE seller_id = 's-0' | seller_causes.adjusted_count and seller_scorecards say 1 and 0 of s-0
          DELETE FROM seller_reports WHERE seller_id = 's-1' | seller_reports and seller_scorecards say 0 and 1 of s-1
          DELETE FROM trends WHERE week_start_date = '2026-03-02' | trends.dispute_count of the marketplace and daily_counts.opened_dispute_count say 103 and 110 of the weeks since 2026-01-05
          DELETE FROM landed WHERE transaction_id = 't-2026-04-28-7' | daily_counts.transaction_count and landed transactions say 40 and 39 of 2026-04-28
          """)
  void martsThatDoNotAddUpStop(String mistake, String numbers) throws Exception {
    market.makesMistake(mistake);

    assertThat(stopped(DAY))
        .filteredOn(verdict -> verdict.gate() == Gate.SUMS)
        .singleElement()
        .extracting(Verdict::numbers)
        .asString()
        .contains(numbers);
  }

  private List<Verdict> judged(LocalDate asOfDate) throws Exception {
    return new QualityGates(List.of()).judge(market.candidate(asOfDate), GateRules.DEFAULT);
  }

  private List<Verdict> stopped(LocalDate asOfDate) throws Exception {
    return judged(asOfDate).stream().filter(verdict -> verdict.kind() == Kind.STOPPED).toList();
  }
}
