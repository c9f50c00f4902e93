package dev.hindsight.reports.rendering;

import static dev.hindsight.reports.SellerReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.Showcase;
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
    String text = text(aReport().build());

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    assertThat(text.replaceAll("[\\n ]", "")).contains("w".repeat(300));
  }

  @Test
  void theTextStandsOnItsOwn() {
    assertThat(text(Showcase.bad()))
        .startsWith(
            """
            Mercado Norte seller report
            Bergamot Home, the 90 days to 28 February 2026

            31 DISPUTES; ABOUT 12 WOULD BE USUAL

            Of your 1,412 orders in these 90 days, 31 were disputed so far. As many
            orders like yours, sold by others in the same weeks, would have had
            about 12, usually 6 to 19.\
            """)
        .contains(
            """
             1. Answer 3 disputes
                They wait for your first answer. Until you give it, the customer can
                only wait or turn to Mercado Norte.
                - Order 10-48260: Arrived damaged, opened 24 Feb
            """,
            " - Arrived damaged: 17. Above its usual range: 1 to 8, about 4\n",
            " Sep 2, Oct 4, Nov 5, Dec 6, Jan 11, Feb 14\n",
            " - Answered within 48 hours: 26 of 31\n",
            "\n--\nYou get this because you sell on Mercado Norte.\n");
  }

  private static String text(SellerReport seller) {
    return TextReport.of(new SellerWording("Mercado Norte").of(seller));
  }
}
