package dev.hindsight.analytics.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastPageTest {
  private static final ForecastPage PAGE =
      new ForecastPage("# Before\n\n" + ForecastPage.EMPTY.text() + "\nAfter.\n");

  @Test
  void rowsOfNewDataAreTheLast() {
    ForecastPage page =
        PAGE.with("sample", List.of("| sample | 1 |")).with("market", List.of("| market | 2 |"));

    assertThat(page.text())
        .startsWith("# Before\n\n| data |")
        .endsWith("|\n| sample | 1 |\n| market | 2 |\n\nAfter.\n");
  }

  @Test
  void rowsOfKnownDataAreReplacedWhereTheyStand() {
    ForecastPage page =
        PAGE.with("sample", List.of("| sample | 1 |", "| sample | 2 |"))
            .with("market", List.of("| market | 3 |"))
            .with("sample", List.of("| sample | 4 |"));

    assertThat(page.text()).endsWith("|\n| sample | 4 |\n| market | 3 |\n\nAfter.\n");
  }

  @Test
  void aPageWithoutTheTableIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ForecastPage("# Before\n"))
        .withMessageStartingWith("The page has no table with the columns | data | to |");
  }
}
