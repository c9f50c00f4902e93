package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardisedRatioTest {
  private static final long[] REFERENCE_EVENTS = {
    10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125,
    5694, 6210, 5757
  };
  private static final long[] REFERENCE_POPULATION = {
    50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140,
    40888, 37239, 30819, 18136, 15325, 13918
  };
  private static final long[] POPULATION = {
    636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207
  };

  // PHEindicatormethods' test data: calculate_ISRatio(observed, ...), 95 %; 9 by the exact interval
  @ParameterizedTest(name = "{0} observed")
  @CsvSource(
      textBlock =
          """
          895, 1.0707232939020275,   1.0017147712553987,   1.143233287249895
          9,   0.010767049882813684, 0.004923380825095776, 0.02043921455549973
          """)
  void indirectStandardisationAgreesWithPheIndicatorMethods(
      long observed, double value, double low, double high) {
    StandardisedRatio ratio = StandardisedRatio.of(observed, strata());

    assertThat(ratio.expected()).isCloseTo(835.8835612311743, within(1e-10));
    assertThat(ratio.value()).isCloseTo(value, within(1e-12));
    assertThat(ratio.interval(0.95).low()).isCloseTo(low, within(1e-12));
    assertThat(ratio.interval(0.95).high()).isCloseTo(high, within(1e-12));
  }

  @Test
  void everyIntervalContainsItsRatio() {
    RandomCounts random = new RandomCounts(3);
    for (int i = 0; i < 2_000; i++) {
      StandardisedRatio ratio =
          new StandardisedRatio(random.below(300), random.logUniform(1e-6, 1e6));

      Interval interval = ratio.interval(0.95);

      assertThat(ratio.value()).isBetween(interval.low(), interval.high());
    }
  }

  @Test
  void theReferencesOwnRatesGiveARatioOfOne() {
    ReferenceStratum stratum = new ReferenceStratum(200, 30, 200);

    assertThat(StandardisedRatio.of(30, List.of(stratum)).value()).isEqualTo(1);
  }

  @Test
  void withoutAnExpectationThereIsNoRatio() {
    assertThatThrownBy(() -> new StandardisedRatio(3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 observed of 0.0 expected is no ratio");
  }

  @Test
  void aStratumWithoutAReferenceIsRefused() {
    assertThatThrownBy(() -> new ReferenceStratum(3, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("exposure 3.0 at 1 events of 0.0 is no stratum");
  }

  private static List<ReferenceStratum> strata() {
    return IntStream.range(0, POPULATION.length)
        .mapToObj(
            i -> new ReferenceStratum(POPULATION[i], REFERENCE_EVENTS[i], REFERENCE_POPULATION[i]))
        .toList();
  }
}
