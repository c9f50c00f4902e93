package dev.hindsight.reports.wording;

import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.endings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.SellerReportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningWordingTest {

  @ParameterizedTest(name = "{0} where {1} is usual, {2} to {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 0.4 | 0 | 2  | No disputes on 412 orders.
          2  | 0.4 | 0 | 2  | Too little to compare yet.
          3  | 0.4 | 0 | 2  | More disputes than usual; it could be chance.
          1  | 1.0 | 0 | 3  | About as many disputes as similar sellers.
          4  | 1.0 | 0 | 3  | More disputes than usual; it could be chance.
          6  | 12  | 6 | 19 | About as many disputes as similar sellers.
          19 | 12  | 6 | 19 | About as many disputes as similar sellers.
          20 | 12  | 6 | 19 | More disputes than usual; it could be chance.
          5  | 12  | 6 | 19 | Fewer disputes than most similar sellers.
          0  | 12  | 6 | 19 | No disputes on 412 orders.
          """)
  void headlineStatesTheFacts(long observed, double expected, long low, long high, String words) {
    assertThat(opening(aReport().disputed(observed, expected, low, high)).headline())
        .isEqualTo(words);
  }

  @Test
  void aboveTheRangeSaysThatItCanBeChance() {
    assertThat(first(aReport().disputed(31, 12.2, 6, 19)))
        .isEqualTo(
            "Of your 412 orders in these 90 days, 31 were disputed so far. Similar sellers would"
                + " have had about 12 on the same mix of goods, prices and weeks, usually 6 to 19."
                + " That is above what is usual, but not by enough to rule out chance: a reason to"
                + " look, not a verdict.");
  }

  @ParameterizedTest
  @CsvSource({"0.0499, true", "0.05, false", "0.9, false"})
  void onlyTheQValueMakesItMoreThanSimilarSellers(double qValue, boolean isMore) {
    ReportPage page = page(aReport().disputed(31, 12.2, 6, 19).judged(qValue, Rating.VERY_HIGH));

    assertThat(page.opening().headline().contains("More disputes than similar sellers"))
        .isEqualTo(isMore);
    assertThat(page.subject().contains("more than similar sellers")).isEqualTo(isMore);
    assertThat(page.opening().paragraphs().get(0).contains("unlikely to be chance"))
        .isEqualTo(isMore);
  }

  @Test
  void withoutAQValueNothingIsMoreThanSimilarSellers() {
    for (long observed = 0; observed < 40; observed++) {
      ReportPage page = page(aReport().disputed(observed, 12.2, 6, 19));

      assertThat(page.opening() + page.subject() + page.preheader())
          .doesNotContainIgnoringCase("more than similar sellers")
          .doesNotContainIgnoringCase("disputes than similar sellers")
          .doesNotContain("unlikely");
    }
  }

  @Test
  void whereNothingIsFoundItSaysSoBriefly() {
    assertThat(opening(aReport()).paragraphs())
        .last()
        .isEqualTo("No cause that you answer for stands out: nothing to change on our account.");
    assertThat(opening(aReport().orders(9).disputed(1, 0.1, 0, 1)).paragraphs()).hasSize(1);
  }

  @Test
  void directionIsThatOfTheRatioAndOnlyBeyondChance() {
    SellerReportFixture report =
        aReport().disputed(20, 12, 6, 19).before(new Comparison(9, 9.8, 4L, 17L));

    assertThat(opening(report.changed(0.2)).direction())
        .isEqualTo("Much as in the 90 days before.");
    assertThat(opening(report.changed(0.04)).direction())
        .isEqualTo("Up since the 90 days before, by more than chance usually does.");
    assertThat(opening(report.disputed(3, 12, 6, 19)).direction()).startsWith("Down since");
    assertThat(opening(aReport()).direction()).isNull();
  }

  @Test
  void belowTheRangeIsSaidKindly() {
    assertThat(first(aReport().disputed(2, 12.2, 6, 19)))
        .contains("That is below what is usual: good to see.");
  }

  @Test
  void noneWhereSomeAreUsualIsVeryGood() {
    assertThat(first(aReport().disputed(0, 12.2, 6, 19)))
        .isEqualTo(
            "Of your 412 orders in these 90 days, none was disputed so far. Similar sellers would"
                + " have had about 12 on the same mix of goods, prices and weeks, usually 6 to 19."
                + " To have none is below what is usual: very good to see.");
  }

  @Test
  void noneOnFewOrdersSaysLittle() {
    assertThat(first(aReport().orders(9).disputed(0, 0.1, 0, 1)))
        .endsWith("With this few orders it says little yet, so we draw no comparison.");
  }

  @Test
  void disputesOfOtherOrdersAreMentionedBesideNone() {
    assertThat(first(aReport().disputed(0, 12.2, 6, 19).endings(endings(3))))
        .endsWith("In the same days 3 disputes were opened about earlier or unknown orders.");
  }

  @Test
  void oneDisputeOnOneOrderReadsRight() {
    assertThat(first(aReport().orders(1).uncompared(1)))
        .isEqualTo(
            "You had 1 order in these 90 days; it was disputed. Other sellers sold too little that"
                + " is alike, so there is nothing fair to compare this with yet.");
  }

  @Test
  void withoutOrdersNothingIsCompared() {
    ReportPage.Opening opening = opening(aReport().orders(0).uncompared(0).endings(endings(2)));

    assertThat(opening.headline()).isEqualTo("2 disputes opened in these 90 days.");
    assertThat(opening.paragraphs())
        .containsExactly(
            "We know of no order of yours in these 90 days, so there is nothing to compare with.");
    assertThat(opening.figure()).isNull();
  }

  @Test
  void withoutAPreviousWindowNothingIsSaidOfIt() {
    assertThat(opening(aReport()).paragraphs()).noneMatch(text -> text.contains("days before"));
  }

  @Test
  void smallStepsSincePreviousWindowCanBeChance() {
    assertThat(
            opening(aReport().before(new Comparison(14, 11.4, 5L, 18L)).changed(0.4))
                .paragraphs()
                .get(1))
        .isEqualTo(
            "The 90 days before, as known at their end: 14, where about 11 would have been usual."
                + " That step alone could be chance.");
  }

  @Test
  void largeStepsAreLeftWithoutAVerdict() {
    assertThat(
            opening(aReport().disputed(60, 12, 6, 19).before(new Comparison(14, null, null, null)))
                .paragraphs()
                .get(1))
        .isEqualTo("The 90 days before, as known at their end: 14.");
  }

  @Test
  void anUnchangedCountIsSaidShortly() {
    assertThat(opening(aReport().before(new Comparison(9, 9.8, 4L, 17L))).paragraphs().get(1))
        .isEqualTo("The 90 days before, as known at their end: also 9.");
  }

  @Test
  void whoWaitsIsInTheSubject() {
    assertThat(page(aReport().waiting(1)).subject())
        .isEqualTo(
            "Your disputes to 28 February 2026: about as many as similar sellers"
                + " (1 waits for your answer)");
    assertThat(page(aReport().waiting(3)).preheader())
        .startsWith("3 disputes wait for your first answer.");
  }

  @Test
  void aSellerWithoutANameIsCalledByTheId() {
    assertThat(page(aReport().seller("s-7", null)).sellerName()).isEqualTo("s-7");
    assertThat(page(aReport().seller("s-7", " \u202e ")).sellerName()).isEqualTo("s-7");
  }

  private static String first(SellerReportFixture report) {
    return opening(report).paragraphs().get(0);
  }

  private static ReportPage.Opening opening(SellerReportFixture report) {
    return page(report).opening();
  }

  private static ReportPage page(SellerReportFixture report) {
    return new SellerWording(Marketplace.named("Mercado Norte")).of(report.build());
  }
}
