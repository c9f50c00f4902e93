package dev.hindsight.reports.wording;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static dev.hindsight.reports.SellerReportFixture.causeOf;
import static dev.hindsight.reports.SellerReportFixture.endings;
import static dev.hindsight.reports.SellerReportFixture.finding;
import static dev.hindsight.reports.SellerReportFixture.task;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.ReportTask;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.CauseLine;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.SellerReportFixture;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.wording.ReportPage.CauseBar;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.News;
import dev.hindsight.reports.wording.ReportPage.Note;
import dev.hindsight.reports.wording.ReportPage.Task;
import dev.hindsight.reports.wording.ReportPage.Waiting;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionWordingTest {

  @Test
  void sectionsWithoutContentAreAbsent() {
    ReportPage page = page(aReport().disputed(0, 12, 6, 19));

    assertThat(page.tasks()).isNull();
    assertThat(page.causes()).isNull();
    assertThat(page.months()).isNull();
    assertThat(page.endings()).isNull();
    assertThat(page.latestCases()).isNull();
  }

  @Test
  void tasksCarryFindingEvidenceActionAndGain() {
    ReportPage page = page(Showcase.bad());
    Task first = requireNonNull(page.tasks()).tasks().get(0);

    assertThat(requireNonNull(page.tasks()).title()).isEqualTo("What to do first");
    assertThat(first.badge()).isEqualTo("Finding A");
    assertThat(first.title()).isEqualTo("“arrived damaged”: article GL-30");
    assertThat(first.evidence())
        .containsExactly(
            "17 orders were disputed as this, where similar sellers would have had about 4, usually"
                + " 1 to 8. That is 4 times as many (likely 2.5 to 6); unlikely to be chance. In the"
                + " 90 days before: 5.",
            "Of these, 14 are among your 110 order lines with this in common; of everything else"
                + " you sell, 3 of 1,302 order lines. At the rate of everything else it would be"
                + " about 1.3 here.");
    assertThat(first.action().text()).startsWith("Give this article packing of its own");
    assertThat(first.gain().term()).isEqualTo("What it could bring in 90 days");
    assertThat(first.gain().text().text())
        .isEqualTo(
            "about 9 fewer disputes (likely 5 to 14) and €580 less disputed (likely €320 to €880),"
                + " if it went as at similar sellers");
    assertThat(requireNonNull(first.cases()).rows()).hasSize(5);
    assertThat(requireNonNull(first.cases()).text())
        .startsWith("The latest 5 of the 6 disputes of finding A are below");
  }

  @Test
  void aFindingWithoutADriverIsSpreadEvenly() {
    Task second = requireNonNull(page(Showcase.bad()).tasks()).tasks().get(1);

    assertThat(second.title()).isEqualTo("“wrong item sent”");
    assertThat(second.evidence()).last().asString().startsWith("They are spread evenly");
  }

  @Test
  void aDriverThatOthersHaveTooIsNotTheSellersAlone() {
    SellerReportFixture report =
        aReport()
            .findings(finding("LATE_DELIVERY", 12, 3.0))
            .tasks(task(1, "LATE_DELIVERY", DriverDimension.CARRIER, "Parcelo"));

    assertThat(requireNonNull(page(report).tasks()).tasks().get(0).evidence())
        .last()
        .asString()
        .contains("Other sellers have more of these there, too");
  }

  @Test
  void atMostThreeThingsAreToBeDone() {
    SellerReportFixture report =
        aReport()
            .findings(finding("LATE_DELIVERY", 12, 3.0))
            .tasks(
                IntStream.rangeClosed(1, 5)
                    .mapToObj(rank -> task(rank, "LATE_DELIVERY", null, null))
                    .toArray(ReportTask[]::new));

    assertThat(requireNonNull(page(report).tasks()).tasks()).hasSize(3);
  }

  @Test
  void aFindingOfFewCustomersGetsNoAdviceAndIsSaid() {
    assertThat(page(aReport().findings(finding("COUNTERFEIT", 4, 0.5))).limits().notes())
        .extracting(Note::term, note -> note.text().text())
        .contains(
            tuple(
                "No advice on",
                "“thought to be counterfeit”: 4 disputed orders, but of only 3 customers. That may"
                    + " be their doing, not yours."));
  }

  @Test
  void whatHasFadedIsSaidFirst() {
    assertThat(page(Showcase.bad()).opening().news())
        .extracting(News::isGood, News::text)
        .containsExactly(
            tuple(
                true,
                "Well done: “arrived late” no longer stands out. Now 3, where about 2.7 would be"
                    + " usual; in the 90 days before it was 12."),
            tuple(
                false,
                "In the week from 16 February 2026, 7 orders were disputed as “arrived damaged”;"
                    + " your own past lets expect about 1.3 a week. That is far more than chance"
                    + " does."));
  }

  @Test
  void newsIsWhatTheLastReportDidNotSay() {
    LastReport last =
        new LastReport(LocalDate.parse("2026-02-21"), Set.of("DAMAGED_IN_TRANSIT", "COUNTERFEIT"));

    List<News> news =
        new SellerWording(Marketplace.named("Mercado Norte"))
            .of(Showcase.bad(), last)
            .opening()
            .news();

    assertThat(news)
        .extracting(News::text)
        .containsExactly(
            "Well done: “thought to be counterfeit” no longer stands out. Now 0.",
            "New since your report of 21 February 2026: “wrong item sent” stands out.",
            "In the week from 16 February 2026, 7 orders were disputed as “arrived damaged”; your"
                + " own past lets expect about 1.3 a week. That is far more than chance does.");
  }

  @Test
  void nothingNewIsSaidToo() {
    LastReport last = new LastReport(LocalDate.parse("2026-02-21"), Set.of());

    assertThat(
            new SellerWording(Marketplace.named("Mercado Norte"))
                .of(aReport().build(), last)
                .opening()
                .news())
        .containsExactly(
            new News(true, "Nothing new stands out since your report of 21 February 2026."));
  }

  @Test
  void waitingCasesAreListedWithTheDayThatItWasWhereTheSellerIs() {
    var late = aCase("10-1", "Not received", "2026-02-26T23:30:00Z", Outcome.OPEN);

    Waiting inRome = requireNonNull(page(aReport().waiting(3, late)).waiting());
    Waiting inUtc =
        requireNonNull(page(aReport().waiting(1, late).timeZone("Nowhere/Land")).waiting());

    assertThat(inRome.items())
        .containsExactly("Order 10-1: Not received, opened 27 Feb", "and 2 more");
    assertThat(inUtc.items()).containsExactly("Order 10-1: Not received, opened 26 Feb");
    assertThat(inUtc.title()).isEqualTo("1 dispute waits for your first answer");
  }

  @Test
  void boundsAreNamedWithTheirNumbers() {
    assertThat(requireNonNull(page(Showcase.bad()).bounds()).lines())
        .containsExactly(
            new Line(
                "eBay, seller standards",
                "near",
                List.of(
                    "Limit 0.3%; you 0.42% (6 of 1,412) in 90 days: orders with a dispute decided"
                        + " for the customer.")));
  }

  @Test
  void ordersLinkOnlyWhereAnAddressIsConfigured() {
    SellerReport report =
        aReport().cases(aCase("10/1 ü?", "X", "2026-02-01T00:00:00Z", Outcome.OPEN)).build();
    Marketplace linking =
        new Marketplace(
            "Mercado Norte",
            Locale.ENGLISH,
            new CaseUrl("https://sellers.example/orders?id={order}"),
            "Two such quarters in a row are looked at by a person.");

    ReportPage page = new SellerWording(linking).of(report);

    assertThat(requireNonNull(page.latestCases()).rows().get(0).link())
        .isEqualTo("https://sellers.example/orders?id=10%2F1%20%C3%BC%3F");
    assertThat(requireNonNull(page(report).latestCases()).rows().get(0).link()).isNull();
    assertThat(page.limits().notes())
        .extracting(note -> note.text().text())
        .contains("Two such quarters in a row are looked at by a person.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sellers.example/{order}",
        "https://sellers.example/orders",
        "https://{order}.example/",
        "javascript:alert({order})",
        "https://user@sellers.example/{order}",
        "https://"
      })
  void otherAddressesOfCasesAreRefused(String pattern) {
    assertThatThrownBy(() -> new CaseUrl(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("write https://sellers.example.com/orders/{order}");
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
            tuple(
                "Damaged",
                "17",
                List.of("Above its usual range, which could be chance: about 4, usually 1 to 8")),
            tuple("Late", "5", List.of("As usual: about 5, usually 1 to 10")),
            tuple("Wrong", "1", List.of("Below its usual range: about 8, usually 3 to 14")),
            tuple("Rare", "1", List.of("Too few to compare")),
            tuple(
                "Lost",
                "2",
                List.of(
                    "Too few to compare", "Usually in the carrier’s hands: not in your rating")));
  }

  @Test
  void aTinySellerIsNotMarkedAboveAnything() {
    ReportPage page = new SellerWording(Marketplace.named("Mercado Norte")).of(Showcase.tiny());

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
    ReportPage page = new SellerWording(Marketplace.named("Mercado Norte")).of(Showcase.bad());

    assertThat(requireNonNull(page.endings()).lines())
        .containsExactly(
            new Line(
                "Your rating",
                "very high",
                List.of("On what you answer for: 31 disputed, about 12 would be usual")),
            new Line(
                "Answered within 48 hours",
                "26 of 31",
                List.of(
                    "Half of your answers came within 9 hours; of all sellers’, within 11 hours")),
            new Line("Settled by you", "14", List.of()),
            new Line(
                "Decided by Mercado Norte",
                "9",
                List.of("2 for you, 1 shared, 6 for the customer", "too few to compare")),
            new Line("Withdrawn by the customer", "2", List.of()),
            new Line("Still open", "9", List.of()),
            new Line(
                "Taken to Mercado Norte by the customer",
                "11 of 34",
                List.of(
                    "Half of yours took us longer than 6 days; of all, longer than 6 days: that"
                        + " part is ours")),
            new Line(
                "Refunded to customers",
                "€1,240.50",
                List.of("1 dispute is left out: the currency could not be converted")));
  }

  @Test
  void aLogOfOpeningsTellsOfNoEnding() {
    ReportPage page =
        new SellerWording(Marketplace.named("Mercado Norte")).of(Showcase.openedOnly());

    assertThat(page.endings()).isNull();
    assertThat(requireNonNull(page.latestCases()).rows().get(0).state()).isEmpty();
    assertThat(requireNonNull(page.latestCases()).amountHeading()).isEqualTo("Valor");
    assertThat(page.toString()).doesNotContain("48 horas", "Ainda abertas", "esperam");
  }

  @Test
  void whatIsNotComparedIsSaid() {
    assertThat(page(aReport().unmatched(1)).limits().notes())
        .extracting(Note::term, note -> note.text().text())
        .contains(tuple("Not compared", "1 dispute whose order we could not find."));
    assertThat(page(aReport().uncompared(1)).limits().notes().get(0).text().text())
        .isEqualTo("Nobody yet: you, or others with similar goods, sold too little for that.");
    assertThat(page(aReport()).limits().notes().get(0).text().text())
        .startsWith("Up to 143 other sellers: their orders of the same weeks and prices, in your");
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

  private static ReportPage page(SellerReportFixture report) {
    return new SellerWording(Marketplace.named("Mercado Norte")).of(report.build());
  }

  private static ReportPage page(SellerReport report) {
    return new SellerWording(Marketplace.named("Mercado Norte")).of(report);
  }
}
