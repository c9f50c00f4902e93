package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagTest {
  @ParameterizedTest(name = "{0} of {1}, q {2}: {3}")
  @CsvSource({
    "5,   2.0,  0.049, true",
    "5,   2.0,  0.05,  false",
    "4,   0.1,  0.001, false",
    "125, 100,  0.001, true",
    "124, 100,  0.001, false"
  })
  void flaggedIsBeyondChanceMoreThanAHandfulAndNoTrifle(
      long observed, double expected, double q, boolean isFlagged) {
    assertThat(Flag.isFlagged(new StandardisedRatio(observed, expected), q)).isEqualTo(isFlagged);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true",
    "true, false, false",
    "false, true, false",
    "false, false, false"
  })
  void confirmedIsFlaggedTwice(boolean now, boolean weekAgo, boolean isConfirmed) {
    assertThat(Flag.isConfirmed(now, weekAgo)).isEqualTo(isConfirmed);
  }
}
