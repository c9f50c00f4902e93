package dev.hindsight.reports.wording;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static dev.hindsight.reports.SellerReportFixture.causeOf;
import static dev.hindsight.reports.SellerReportFixture.endings;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.SellerReportFixture;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.wording.ReportPage.Card;
import dev.hindsight.reports.wording.ReportPage.CauseBar;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.Note;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SectionWordingTest {

  @Test
  void sectionsWithoutContentAreAbsent() {
    ReportPage page = page(aReport().disputed(0, 12, 6, 19));

    assertThat(page.firstThings()).isNull();
    assertThat(page.causes()).isNull();
    assertThat(page.months()).isNull();
    assertThat(page.endings()).isNull();
    assertThat(page.latestCases()).isNull();
  }

  @Test
  void customersWhoWaitComeBeforeAdvice() {
    ReportPage page = new SellerWording("Mercado Norte").of(Showcase.bad());

    assertThat(requireNonNull(page.firstThings()).cards())
        .extracting(Card::title)
        .containsExactly("Answer 3 disputes", "Look into “Arrived damaged”");
  }

  @Test
  void waitingCasesAreListedWithTheDayThatItWasWhereTheSellerIs() {
    var late = aCase("10-1", "Not received", "2026-02-26T23:30:00Z", Outcome.OPEN);

    Card inRome = card(aReport().waiting(3, late));
    Card inUtc = card(aReport().waiting(1, late).timeZone("Nowhere/Land"));

    assertThat(inRome.items())
        .containsExactly("Order 10-1: Not received, opened 27 Feb", "and 2 more");
    assertThat(inUtc.items()).containsExactly("Order 10-1: Not received, opened 26 Feb");
    assertThat(inUtc.text()).startsWith("It waits for your first answer.");
  }

  @Test
  void causesStandBesideTheirUsualRange() {
    assertThat(
            bars(
                aReport()
                    .causes(
                        cause("Damaged", 17, 4.1, 1, 8),
                        cause("Late", 5, 4.9, 1, 10),
                        cause("Wrong", 1, 8.2, 3, 14),
                        cause("Rare", 1, 0.02, 0, 0),
                        causeOf(AccountableParty.CARRIER, "Lost", 2))))
        .extracting(CauseBar::label, CauseBar::count, CauseBar::notes)
        .containsExactly(
            tuple("Damaged", "17", List.of("Above its usual range: 1 to 8, about 4")),
            tuple("Late", "5", List.of("Usual: 1 to 10, about 5")),
            tuple("Wrong", "1", List.of("Below its usual range: 3 to 14, about 8")),
            tuple("Rare", "1", List.of("Too few to compare")),
            tuple("Lost", "2", List.of("Too few to compare", "Usually in the carrier’s hands")));
  }

  @Test
  void aTinySellerIsNotMarkedAboveAnything() {
    ReportPage page = new SellerWording("Mercado Norte").of(Showcase.tiny());

    assertThat(requireNonNull(page.causes()).bars())
        .allSatisfy(bar -> assertThat(bar.bar().excessPercent()).isZero());
    assertThat(page.opening().figure()).isNull();
    assertThat(page.months()).isNull();
  }

  @Test
  void withoutOrdersCausesAreCountedByDisputesOpened() {
    ReportPage page =
        page(
            aReport()
                .orders(0)
                .uncompared(0)
                .causes(
                    new CauseLine(
                        "C",
                        "Not received",
                        AccountableParty.SELLER,
                        7,
                        new Comparison(0, null, null, null),
                        false)));

    assertThat(requireNonNull(page.causes()).bars().get(0).count()).isEqualTo("7");
    assertThat(requireNonNull(page.causes()).text())
        .isEqualTo("The disputes opened in these 90 days, by cause.");
  }

  @Test
  void rareCausesAreSummedUp() {
    CauseLine[] ten =
        IntStream.range(0, 10)
            .mapToObj(i -> cause("Cause " + i, 2, 2.0, 0, 5))
            .toArray(CauseLine[]::new);

    ReportPage.Causes causes = requireNonNull(page(aReport().causes(ten)).causes());

    assertThat(causes.bars()).hasSize(8);
    assertThat(causes.more()).isEqualTo("And 2 other causes with 4 disputed orders.");
  }

  @Test
  void aMonthThatIsNotOverIsNamed() {
    assertThat(
            requireNonNull(page(aReport().months("2025-09", 1, 2, 3, 4, 5, 6, 1)).months()).text())
        .endsWith("Mar is not over yet.");
    assertThat(requireNonNull(page(aReport().months("2025-09", 1, 2, 3, 4, 5, 6)).months()).text())
        .endsWith("whenever the order was placed.");
  }

  @Test
  void endingsAreToldAsFarAsTheyAreKnown() {
    ReportPage page = new SellerWording("Mercado Norte").of(Showcase.bad());

    assertThat(requireNonNull(page.endings()).lines())
        .containsExactly(
            new Line("Answered within 48 hours", "26 of 31", null),
            new Line("Settled by you", "14", null),
            new Line("Decided by Mercado Norte", "9", "2 for you, 1 shared, 6 for the customer"),
            new Line("Withdrawn by the customer", "2", null),
            new Line("Still open", "9", null),
            new Line("Taken to Mercado Norte by the customer", "11 of 34", null),
            new Line(
                "Refunded to customers",
                "EUR\u00a01,240.50",
                "1 dispute is left out: the currency could not be converted"));
  }

  @Test
  void aLogOfOpeningsTellsOfNoEnding() {
    ReportPage page = new SellerWording("Mercado Norte").of(Showcase.openedOnly());

    assertThat(page.endings()).isNull();
    assertThat(requireNonNull(page.latestCases()).rows().get(0).state()).isEmpty();
    assertThat(requireNonNull(page.latestCases()).amountHeading()).isEqualTo("Amount");
    assertThat(page.toString()).doesNotContain("48 hours", "Still open", "wait for");
  }

  @Test
  void whatIsNotComparedIsSaid() {
    assertThat(page(aReport().unmatched(1)).limits().notes())
        .contains(new Note("Not compared", "1 dispute whose order we could not find."));
    assertThat(page(aReport().uncompared(1)).limits().notes().get(0).text())
        .isEqualTo("Nobody yet: you, or others with similar goods, sold too little for that.");
    assertThat(page(aReport()).limits().notes().get(0).text())
        .startsWith("Up to 143 other sellers: their orders of the same weeks, in your categories");
  }

  @Test
  void twoClocksAreExplainedWhereTheyDiffer() {
    assertThat(page(aReport()).limits().notes())
        .extracting(Note::term)
        .doesNotContain("Two ways to count");
    assertThat(page(aReport().endings(endings(11))).limits().notes())
        .extracting(Note::term)
        .contains("Two ways to count");
  }

  private static List<CauseBar> bars(SellerReportFixture report) {
    return requireNonNull(page(report).causes()).bars();
  }

  private static Card card(SellerReportFixture report) {
    return requireNonNull(page(report).firstThings()).cards().get(0);
  }

  private static ReportPage page(SellerReportFixture report) {
    return new SellerWording("Mercado Norte").of(report.build());
  }
}
