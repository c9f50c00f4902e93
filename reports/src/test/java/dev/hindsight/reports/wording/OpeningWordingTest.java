package dev.hindsight.reports.wording;

import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.endings;
import static org.assertj.core.api.Assertions.assertThat;

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
          0  | 0.4 | 0 | 2  | No disputes on 412 orders
          1  | 0.4 | 0 | 2  | Too little to compare yet
          2  | 0.4 | 0 | 2  | Too little to compare yet
          3  | 0.4 | 0 | 2  | 3 disputes; about 0.4 would be usual
          1  | 1.0 | 0 | 3  | About as many disputes as usual
          4  | 1.0 | 0 | 3  | 4 disputes; about 1 would be usual
          6  | 12  | 6 | 19 | About as many disputes as usual
          19 | 12  | 6 | 19 | About as many disputes as usual
          20 | 12  | 6 | 19 | 20 disputes; about 12 would be usual
          5  | 12  | 6 | 19 | Only 5 disputes; about 12 would be usual
          1  | 8   | 3 | 14 | Only 1 dispute; about 8 would be usual
          0  | 12  | 6 | 19 | No disputes on 412 orders
          """)
  void headlineStatesTheFacts(long observed, double expected, long low, long high, String words) {
    assertThat(opening(aReport().disputed(observed, expected, low, high)).headline())
        .isEqualTo(words);
  }

  @Test
  void aboveTheRangeSaysThatItCanBeChance() {
    assertThat(opening(aReport().disputed(31, 12.2, 6, 19)).paragraphs())
        .containsExactly(
            "Of your 412 orders in these 90 days, 31 were disputed so far. As many orders"
                + " like yours, sold by others in the same weeks, would have had about 12, usually 6 to 19. That is"
                + " above the usual range. By chance alone about 1 seller in 40 is above its range,"
                + " so take it as a reason to look, not as a verdict.");
  }

  @Test
  void noStandingIsWordedAsAVerdict() {
    for (long observed = 0; observed < 40; observed++) {
      ReportPage page = page(aReport().disputed(observed, 12.2, 6, 19));

      assertThat(page.toString()).doesNotContainIgnoringCase("more than similar sellers");
    }
  }

  @Test
  void belowTheRangeIsSaidKindly() {
    assertThat(first(aReport().disputed(2, 12.2, 6, 19)))
        .contains("That is below the usual range: good to see.");
  }

  @Test
  void noneWhereSomeAreUsualIsVeryGood() {
    assertThat(first(aReport().disputed(0, 12.2, 6, 19)))
        .isEqualTo(
            "Of your 412 orders in these 90 days, none was disputed so far. As many orders"
                + " like yours, sold by others in the same weeks, would have had about 12, usually 6 to 19. To have"
                + " none is below the usual range: very good to see.");
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

    assertThat(opening.headline()).isEqualTo("2 disputes opened in these 90 days");
    assertThat(opening.paragraphs())
        .containsExactly(
            "We know of no order of yours in these 90 days, so there is nothing to compare with.");
    assertThat(opening.figure()).isNull();
  }

  @Test
  void withoutAPreviousWindowNothingIsSaidOfIt() {
    assertThat(opening(aReport()).paragraphs()).hasSize(1);
  }

  @Test
  void smallStepsSincePreviousWindowCanBeChance() {
    assertThat(opening(aReport().before(new Comparison(14, 11.4, 5L, 18L))).paragraphs().get(1))
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

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({"10, 21, true", "10, 22, false", "0, 4, true", "0, 5, false", "0, 0, true"})
  void stepsBeyondTwiceTheirSpreadAreNotCalledChance(long before, long now, boolean couldBeChance) {
    assertThat(OpeningWording.couldBeChance(before, now)).isEqualTo(couldBeChance);
  }

  @Test
  void whoWaitsIsInTheSubject() {
    assertThat(page(aReport().waiting(1)).subject())
        .isEqualTo(
            "Your disputes to 28 February 2026: about as many as usual"
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
    return new SellerWording("Mercado Norte").of(report.build());
  }
}
