package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CusumTest {
  private static final long[] ORANGE_JUICE = {
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6
  };

  // Montgomery's orange-juice trial, recomputed (golden.md); n = 50 each
  @Test
  void proportionChartAgreesWithMontgomery() {
    ProportionChart chart = ProportionChart.of(ORANGE_JUICE, 50);

    assertThat(chart.mean()).isCloseTo(0.231333, within(5e-7));
    assertThat(chart.limits().low()).isCloseTo(0.052428, within(5e-7));
    assertThat(chart.limits().high()).isCloseTo(0.410239, within(5e-7));
    assertThat(IntStream.rangeClosed(1, 30).filter(i -> Math.abs(zScores()[i - 1]) > 3))
        .containsExactly(15, 23);
  }

  @Test
  void firstSignalAgreesWithMontgomery() {
    assertThat(Cusum.USUAL.firstSignal(zScores())).hasValue(22);
    assertThat(Cusum.USUAL.upper(zScores())[22]).isCloseTo(7.655657, within(5e-7));
  }

  @Test
  void aSeriesInControlNeverSignals() {
    assertThat(Cusum.USUAL.firstSignal(new double[100])).isEmpty();
    assertThat(Cusum.USUAL.upper(new double[] {-3, 1, 1})).containsExactly(0, 0.5, 1);
  }

  @Test
  void noneOrAllScatterByNoChance() {
    assertThatThrownBy(() -> ProportionChart.of(new long[] {0, 0}, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Samples of 50 with mean 0.0 scatter by no chance");
    assertThatThrownBy(() -> ProportionChart.of(new long[] {50, 50}, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Samples of 50 with mean 1.0 scatter by no chance");
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 10, 40})
  void overManySeriesItCriesWolfEveryWeek(double expected) {
    RandomCounts random = new RandomCounts(14);
    long signals = 0;
    for (int series = 0; series < 300; series++) {
      double[] zScores =
          DoubleStream.generate(() -> (random.poisson(expected) - expected) / Math.sqrt(expected))
              .limit(520)
              .toArray();
      signals += signalsWithRestart(zScores);
    }

    assertThat(signals / 520.0 * 10).isBetween(3.0, 13.0);
  }

  private static long signalsWithRestart(double[] zScores) {
    long signals = 0;
    double[] rest = zScores;
    OptionalInt signal = Cusum.USUAL.firstSignal(rest);
    while (signal.isPresent()) {
      signals++;
      rest = Arrays.copyOfRange(rest, signal.getAsInt() + 1, rest.length);
      signal = Cusum.USUAL.firstSignal(rest);
    }
    return signals;
  }

  private static double[] zScores() {
    ProportionChart chart = ProportionChart.of(ORANGE_JUICE, 50);
    return Arrays.stream(ORANGE_JUICE).mapToDouble(chart::zScore).toArray();
  }
}
