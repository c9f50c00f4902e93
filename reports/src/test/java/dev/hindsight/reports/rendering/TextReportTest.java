package dev.hindsight.reports.rendering;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.SellerWording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.hindsight.reports.Showcase#sellers")
  void linesAreNoWiderThanMailShows(SellerReport seller) {
    assertThat(text(seller).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(72));
  }

  @Test
  void wordsWiderThanALineAreBroken() {
    String text =
        text(
            aReport()
                .seller("w".repeat(50), "w".repeat(60))
                .cases(aCase("w".repeat(40), "w".repeat(60), "2026-02-01T00:00:00Z", Outcome.OPEN))
                .build());

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    assertThat(text.replaceAll("[\\n ]", "")).contains("w".repeat(60));
  }

  @Test
  void theTextStandsOnItsOwn() {
    assertThat(text(Showcase.bad()))
        .startsWith(
            """
            Mercado Norte seller report
            Bergamot Home, the 90 days to 28 February 2026

            MORE DISPUTES THAN SIMILAR SELLERS; UNLIKELY TO BE CHANCE. 2 CAUSES
            STAND OUT.
            Up since the 90 days before, by more than chance usually does.

            * Well done: “arrived late” no longer stands out. Now 3, where about 2.7
              would be usual; in the 90 days before it was 12.
            """)
        .contains(
            """
             1. Finding A: “arrived damaged”: article GL-30
            """,
            "3 disputes wait for your first answer\n",
            " - Order 10-48260: arrived damaged, opened 24 Feb\n",
            " Sept 1, Oct 2, Nov 2, Dec 3, Jan 6, Feb 8\n",
            " - Answered within 48 hours: 26 of 31. Half of your answers came within\n",
            "\n--\nYou get this because you sell on Mercado Norte. It comes once a week");
  }

  private static String text(SellerReport seller) {
    return TextReport.of(new SellerWording(Marketplace.named("Mercado Norte")).of(seller));
  }
}
