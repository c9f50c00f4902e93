package dev.hindsight.reports.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.ReportFrequency;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates are of July 2026, whose Mondays are the 6th, 13th, 20th and 27th. */
class DueRulesTest {
  private static final String ADDRESS = "owner@seller.test";

  @ParameterizedTest(name = "{0} seller, as of {1}, findings {2}; last report {3} with {4}: {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          WEEKLY  | 2026-07-07 | A   | -          | -   | FIRST       | week 2026-07-06
          WEEKLY  | 2026-07-07 | -   | -          | -   | FIRST       | week 2026-07-06
          MONTHLY | 2026-07-07 | A   | -          | -   | FIRST       | month 2026-07
          WEEKLY  | 2026-07-13 | A B | 2026-07-07 | A   | NEW_FINDING | week 2026-07-13
          WEEKLY  | 2026-07-12 | A B | 2026-07-07 | A   | NEW_FINDING | week 2026-07-13
          WEEKLY  | 2026-07-11 | A B | 2026-07-07 | A   | NOT_DUE     | week 2026-07-06
          WEEKLY  | 2026-07-13 | A   | 2026-07-07 | A B | WEEKLY      | week 2026-07-13
          WEEKLY  | 2026-07-13 | -   | 2026-07-07 | A   | WEEKLY      | week 2026-07-13
          WEEKLY  | 2026-07-13 | A   | 2026-07-07 | A   | NOTHING_NEW | week 2026-07-13
          WEEKLY  | 2026-07-13 | -   | 2026-07-07 | -   | NOTHING_NEW | week 2026-07-13
          WEEKLY  | 2026-08-01 | A   | 2026-07-07 | A   | NOTHING_NEW | week 2026-07-27
          WEEKLY  | 2026-08-02 | A   | 2026-07-07 | A   | MONTHLY     | week 2026-08-03
          WEEKLY  | 2026-08-02 | A   | 2026-07-18 | A   | MONTHLY     | week 2026-08-03
          WEEKLY  | 2026-08-02 | A   | 2026-07-19 | A   | NOTHING_NEW | week 2026-08-03
          WEEKLY  | 2026-07-06 | A B | 2026-07-01 | A   | NEW_FINDING | week 2026-07-06
          WEEKLY  | 2026-07-06 | A B | 2026-07-02 | A   | NOT_DUE     | week 2026-07-06
          WEEKLY  | 2026-07-06 | A B | 2026-07-05 | A   | NOT_DUE     | week 2026-07-06
          MONTHLY | 2026-07-13 | A B | 2026-07-07 | A   | NOT_DUE     | month 2026-07
          MONTHLY | 2026-08-02 | A   | 2026-07-07 | A   | MONTHLY     | month 2026-08
          MONTHLY | 2026-08-20 | A   | 2026-07-07 | A   | MONTHLY     | month 2026-08
          OFF     | 2026-07-13 | A B | 2026-07-07 | A   | OFF         | week 2026-07-13
          """)
  void decides(
      ReportFrequency frequency,
      LocalDate asOf,
      @Nullable String findings,
      @Nullable LocalDate lastDate,
      @Nullable String lastFindings,
      String reason,
      String period) {
    SellerHistory history =
        lastDate == null
            ? SellerHistory.NONE
            : history(new SentReport(lastDate, findings(lastFindings)), Set.of(), Set.of());

    Decision decision =
        rules(asOf).decide(seller(frequency, findings(findings), List.of()), history);

    assertThat(reason(decision)).isEqualTo(reason);
    assertThat(decision.period()).isEqualTo(period);
  }

  @ParameterizedTest(name = "told 3 (2 to 4.5), now {0}: {1}")
  @CsvSource({"1.9, WEEKLY", "2.0, NOTHING_NEW", "4.5, NOTHING_NEW", "4.6, WEEKLY"})
  void aFindingHasChangedOutsideTheIntervalThatWasTold(double ratio, String reason) {
    SentReport last =
        new SentReport(
            LocalDate.parse("2026-07-07"), List.of(new ReportedFinding("A", 3, 2.0, 4.5)));

    Decision decision =
        rules(LocalDate.parse("2026-07-13"))
            .decide(
                seller(
                    ReportFrequency.WEEKLY,
                    List.of(new ReportedFinding("A", ratio, 1.0, 9.0)),
                    List.of()),
                history(last, Set.of(), Set.of()));

    assertThat(reason(decision)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"WEEKLY, ALARM", "MONTHLY, ALARM", "OFF, OFF"})
  void anAlarmGoesWithTheRunThatFindsIt(ReportFrequency frequency, String reason) {
    SellerNews seller = seller(frequency, findings("A"), List.of("NOT_RECEIVED 2026-06-29"));
    SentReport yesterday = new SentReport(LocalDate.parse("2026-07-07"), findings("A"));

    Decision decision =
        rules(LocalDate.parse("2026-07-08"))
            .decide(seller, history(yesterday, Set.of("NOT_RECEIVED 2026-06-01"), Set.of()));

    assertThat(reason(decision)).isEqualTo(reason);
    if (decision.isDue()) {
      assertThat(decision.period()).isEqualTo("alarm 2026-07-08");
    }
  }

  @Test
  void anAlarmThatWasToldIsNoNews() {
    SellerNews seller =
        seller(ReportFrequency.WEEKLY, findings("A"), List.of("NOT_RECEIVED 2026-06-29"));
    SentReport yesterday = new SentReport(LocalDate.parse("2026-07-07"), findings("A"));

    Decision decision =
        rules(LocalDate.parse("2026-07-08"))
            .decide(seller, history(yesterday, Set.of("NOT_RECEIVED 2026-06-29"), Set.of()));

    assertThat(decision.skipReason()).isEqualTo(SkipReason.NOT_DUE);
  }

  @Test
  void aPeriodIsNeverTakenTwice() {
    SellerNews seller = seller(ReportFrequency.WEEKLY, findings("A B"), List.of());
    SentReport last = new SentReport(LocalDate.parse("2026-06-07"), findings("A"));

    Decision taken =
        rules(LocalDate.parse("2026-07-13"))
            .decide(seller, history(last, Set.of(), Set.of("week 2026-07-13")));
    Decision refused =
        rules(LocalDate.parse("2026-07-13"))
            .decide(seller, new SellerHistory(last, Set.of(), Set.of(), Set.of("week 2026-07-13")));

    assertThat(taken.skipReason()).isEqualTo(SkipReason.NOT_DUE);
    assertThat(refused.skipReason()).isEqualTo(SkipReason.REFUSED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, NO_ADDRESS",
        "nobody, NO_ADDRESS",
        "owner@seller.example, EXAMPLE_ADDRESS",
        "Owner@Seller.EXAMPLE, EXAMPLE_ADDRESS",
        "dead@seller.test, BOUNCED",
        "DEAD@seller.test, BOUNCED",
        "owner@seller.test, FIRST"
      })
  void nothingGoesWhereNothingArrives(@Nullable String address, String reason) {
    DueRules rules =
        new DueRules(
            ReportCalendar.DEFAULT,
            LocalDate.parse("2026-07-07"),
            false,
            new Silenced(Set.of("s-2"), Set.of("dead@seller.test")));

    assertThat(
            reason(
                rules.decide(
                    new SellerNews("s-1", address, ReportFrequency.WEEKLY, List.of(), List.of()),
                    SellerHistory.NONE)))
        .isEqualTo(reason);
    assertThat(
            rules
                .decide(
                    new SellerNews("s-2", ADDRESS, ReportFrequency.WEEKLY, List.of(), List.of()),
                    SellerHistory.NONE)
                .skipReason())
        .isEqualTo(SkipReason.UNSUBSCRIBED);
  }

  @Test
  void aBackFillSendsNothing() {
    DueRules rules =
        new DueRules(ReportCalendar.DEFAULT, LocalDate.parse("2026-07-07"), true, Silenced.NOBODY);

    assertThat(
            rules
                .decide(
                    seller(ReportFrequency.WEEKLY, findings("A"), List.of("alarm")),
                    SellerHistory.NONE)
                .skipReason())
        .isEqualTo(SkipReason.BACK_FILL);
  }

  @Test
  void weeksBeginOnTheDayThatIsSet() {
    ReportCalendar thursdays = new ReportCalendar(DayOfWeek.THURSDAY);

    assertThat(thursdays.weekName(LocalDate.parse("2026-07-08"))).isEqualTo("week 2026-07-09");
    assertThat(thursdays.weekName(LocalDate.parse("2026-07-07"))).isEqualTo("week 2026-07-02");
    assertThat(thursdays.monthName(LocalDate.parse("2026-06-30"))).isEqualTo("month 2026-06");
    assertThat(thursdays.monthName(LocalDate.parse("2026-07-01"))).isEqualTo("month 2026-07");
  }

  private static DueRules rules(LocalDate asOf) {
    return new DueRules(ReportCalendar.DEFAULT, asOf, false, Silenced.NOBODY);
  }

  private static SellerNews seller(
      ReportFrequency frequency, List<ReportedFinding> findings, List<String> alarms) {
    return new SellerNews("s-1", ADDRESS, frequency, findings, alarms);
  }

  private static SellerHistory history(SentReport last, Set<String> alarms, Set<String> taken) {
    return new SellerHistory(last, alarms, taken, Set.of());
  }

  private static List<ReportedFinding> findings(@Nullable String causes) {
    return causes == null
        ? List.of()
        : Arrays.stream(causes.split(" "))
            .map(cause -> new ReportedFinding(cause, 3, 2.0, 4.5))
            .toList();
  }

  private static String reason(Decision decision) {
    return decision.dueReason() != null
        ? decision.dueReason().name()
        : String.valueOf(decision.skipReason());
  }
}
