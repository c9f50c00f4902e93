package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  private static final List<DurationCount> EIGHT =
      List.of(
          new DurationCount(3, 0, 1),
          new DurationCount(1, 1, 0),
          new DurationCount(2, 1, 0),
          new DurationCount(3, 1, 0),
          new DurationCount(2, 0, 1),
          new DurationCount(1, 0, 1),
          new DurationCount(5, 1, 0),
          new DurationCount(3, 0, 1));

  // statsmodels' tests of SurvfuncRight, from R: survival
  @Test
  void survivalAgreesWithR() {
    List<KaplanMeier.Step> steps = KaplanMeier.of(EIGHT).steps();

    assertThat(steps).extracting(KaplanMeier.Step::duration).containsExactly(1.0, 2.0, 3.0, 5.0);
    assertThat(steps).extracting(KaplanMeier.Step::atRisk).containsExactly(8L, 6L, 4L, 1L);
    double[] survival = steps.stream().mapToDouble(KaplanMeier.Step::survival).toArray();
    assertThat(survival)
        .containsExactly(new double[] {0.875, 0.7291667, 0.546875, 0}, within(5e-8));
    double[] errors = steps.stream().mapToDouble(KaplanMeier.Step::standardError).toArray();
    assertThat(errors)
        .containsExactly(new double[] {0.1169268, 0.1649762, 0.20058, 0}, within(5e-6));
  }

  @Test
  void medianIsWhereSurvivalReachesAHalf() {
    assertThat(KaplanMeier.of(EIGHT).median()).hasValue(5);
    assertThat(KaplanMeier.of(EIGHT).quantile(0.25)).hasValue(2);
  }

  @Test
  void medianIsAbsentWhileMoreThanHalfLastLonger() {
    KaplanMeier waits =
        KaplanMeier.of(List.of(new DurationCount(4, 2, 0), new DurationCount(9, 0, 3)));

    assertThat(waits.median()).isEmpty();
    assertThat(waits.quantile(0.4)).hasValue(4);
  }

  @Test
  void survivalDoesNotDropToZeroWhereTheLastIsCensored() {
    KaplanMeier waits =
        KaplanMeier.of(List.of(new DurationCount(4, 3, 0), new DurationCount(9, 0, 1)));

    assertThat(waits.steps()).last().extracting(KaplanMeier.Step::survival).isEqualTo(0.25);
    assertThat(waits.median()).hasValue(4);
    assertThat(waits.quantile(0.9)).isEmpty();
  }

  @Test
  void aHalfThatIsAProductOfFractionsIsReached() {
    // 3/4 x 2/3, and longer ones
    for (int n = 2; n <= 200; n += 2) {
      List<DurationCount> counts =
          IntStream.rangeClosed(1, n).mapToObj(i -> new DurationCount(i, 1, 0)).toList();

      assertThat(KaplanMeier.of(counts).median()).hasValue(n / 2.0);
    }
  }

  @Test
  void withoutCensoringSurvivalIsTheShareThatLastsLonger() {
    RandomCounts random = new RandomCounts(11);
    List<DurationCount> counts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      counts.add(new DurationCount(random.below(40), 1, 0));
    }
    for (KaplanMeier.Step step : KaplanMeier.of(counts).steps()) {
      double longer =
          counts.stream().filter(count -> count.duration() > step.duration()).count() / 500.0;

      assertThat(step.survival()).isCloseTo(longer, within(1e-12));
    }
  }

  @Test
  void partsAreMergedByPuttingThemTogether() {
    RandomCounts random = new RandomCounts(12);
    List<DurationCount> single = new ArrayList<>();
    Map<Double, DurationCount> summed = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      long ended = random.below(2);
      DurationCount count = new DurationCount(random.below(50), ended, 1 - ended);
      single.add(count);
      summed.merge(count.duration(), count, DurationCount::plus);
    }

    assertThat(KaplanMeier.of(single)).isEqualTo(KaplanMeier.of(summed.values()));
  }

  @Test
  void survivalNeverRises() {
    RandomCounts random = new RandomCounts(13);
    List<DurationCount> counts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      counts.add(new DurationCount(random.below(99), random.below(3), random.below(3)));
    }

    double before = 1;
    for (KaplanMeier.Step step : KaplanMeier.of(counts).steps()) {
      assertThat(step.survival()).isBetween(0.0, before);
      assertThat(step.standardError()).isBetween(0.0, 1.0);
      before = step.survival();
    }
  }

  @Test
  void nobodyWaitingHasNoMedian() {
    assertThat(KaplanMeier.of(List.of()).median()).isEmpty();
    assertThat(KaplanMeier.of(List.of(new DurationCount(0, 0, 5))).median()).isEmpty();
    assertThat(KaplanMeier.of(List.of(new DurationCount(0, 1, 0))).median()).hasValue(0);
  }

  @Test
  void whatIsNoDurationIsRefused() {
    assertThatThrownBy(() -> new DurationCount(-1, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 ended and 0 censored after -1.0 are no counts of durations");
  }
}
