package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsTest {
  // Poisson tails at 10 expected: P(X >= 17) 0.0270, P(X >= 18) 0.0143, P(X >= 21) 0.00159,
  // P(X >= 22) 0.00070, P(X <= 3) 0.0103, P(X <= 4) 0.0293 (scipy 1.17.1)
  @ParameterizedTest(name = "{0} of 10 expected: {1}")
  @CsvSource({
    "0, LOW",
    "3, LOW",
    "4, AVERAGE",
    "10, AVERAGE",
    "17, AVERAGE",
    "18, HIGH",
    "21, HIGH",
    "22, VERY_HIGH",
    "1000000, VERY_HIGH"
  })
  void boundsAreExactTails(long observed, Rating rating) {
    assertThat(Ratings.of(observed, 10, 0)).isEqualTo(rating);
  }

  @ParameterizedTest(name = "{0} of {1} expected: {2}")
  @CsvSource({
    "2, 0.999, INSUFFICIENT_DATA",
    "2, 1.0,   AVERAGE",
    "3, 0.999, AVERAGE",
    "3, 0.01,  VERY_HIGH",
    "0, 0.0,   INSUFFICIENT_DATA",
    "9, 0.0,   INSUFFICIENT_DATA"
  })
  void fewExpectedAndFewObservedAreInsufficient(long observed, double expected, Rating rating) {
    assertThat(Ratings.of(observed, expected, 0)).isEqualTo(rating);
  }

  @Test
  void spreadMakesRatingsMilder() {
    assertThat(Ratings.of(22, 10, 0)).isEqualTo(Rating.VERY_HIGH);
    assertThat(Ratings.of(22, 10, 0.05)).isEqualTo(Rating.HIGH);
    assertThat(Ratings.of(22, 10, 0.5)).isEqualTo(Rating.AVERAGE);
    assertThat(Ratings.of(41, 20.42, 0)).isEqualTo(Rating.VERY_HIGH);
    assertThat(Ratings.of(41, 20.42, 0.08)).isEqualTo(Rating.HIGH);
  }
}
