package dev.hindsight.analytics.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.truth.market.Market;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class ForecastLossesTest {
  private static final ForecastLosses THREE =
      new ForecastLosses(
          List.of(
              new WindowPair(9, 4.5, 1.5, 12, 6),
              new WindowPair(0, 2, 0.75, 1, 2),
              new WindowPair(3, 3.5, 1, 2, 4)));

  // scipy 1.17.1: -poisson.logpmf(observed, foretold)
  @ParameterizedTest(name = "{1} where {0} are foretold")
  @CsvSource(
      textBlock =
          """
          0.5,  0,  0.5
          2.0,  0,  2.0
          2.0,  3,  1.7123179275482192
          6.0,  12, 4.486100864925223
          40.0, 41, 2.7901541627903157
          """)
  void theLossIsThatOfThePoissonDistribution(double foretold, long observed, double loss) {
    assertThat(ForecastLosses.loss(foretold, observed)).isCloseTo(loss, within(1e-12));
  }

  @Test
  void everyForecastAddsUpToWhatWasObserved() {
    for (Forecaster forecaster : Forecaster.values()) {
      double[] counts = THREE.counts(forecaster);

      assertThat(counts[0] + counts[1] + counts[2]).isCloseTo(15, within(1e-12));
    }
  }

  @Test
  void averageSellersHaveTheirShareOfTheExpected() {
    assertThat(THREE.counts(Forecaster.AVERAGE)).containsExactly(7.5, 2.5, 5);
  }

  /** 9.5 / 5, 0.5 / 2.5 and 3.5 / 4 times 6, 2 and 4 are 11.4, 0.4 and 3.5, in all 15.3. */
  @Test
  void rawRatiosHaveAHalfAddedToBothCounts() {
    assertThat(THREE.counts(Forecaster.RAW)[1]).isCloseTo(0.4 * 15 / 15.3, within(1e-12));
  }

  /** 1.5, 0.75 and 1 times 6, 2 and 4 are 9, 1.5 and 4, in all 14.5. */
  @Test
  void shrunkenRatiosAreTheMarts() {
    assertThat(THREE.counts(Forecaster.SHRUNKEN)[0]).isCloseTo(9 * 15 / 14.5, within(1e-12));
  }

  @Test
  void theLossIsTheMeanOverPairs() {
    double mean =
        (ForecastLosses.loss(7.5, 12) + ForecastLosses.loss(2.5, 1) + ForecastLosses.loss(5, 2))
            / 3;

    assertThat(THREE.loss(Forecaster.AVERAGE)).isCloseTo(mean, within(1e-12));
  }

  @Test
  void aGainIsWhatIsLostLessOverAllPairs() {
    ForecastLosses two = new ForecastLosses(List.of(THREE.pairs().get(0), THREE.pairs().get(1)));
    double[] average = two.counts(Forecaster.AVERAGE);
    double[] shrunken = two.counts(Forecaster.SHRUNKEN);
    double first = ForecastLosses.loss(average[0], 12) - ForecastLosses.loss(shrunken[0], 12);
    double second = ForecastLosses.loss(average[1], 1) - ForecastLosses.loss(shrunken[1], 1);

    ForecastLosses.Gain gain = two.gainOver(Forecaster.AVERAGE);

    assertThat(gain.total()).isCloseTo(first + second, within(1e-12));
    assertThat(gain.standardError())
        .isCloseTo(Math.abs(first - second) / Math.sqrt(2), within(1e-12));
  }

  @Test
  void shrunkenRatiosForetellWhereSellersDiffer(SparkSession spark, @TempDir Path folder) {
    LocalDate lastDay = LocalDate.parse("2026-06-30");
    int days = 2 * MeasuredFindings.WINDOW_DAYS;
    Market market =
        new Market(
            Scenario.MILD_PLANTED.conditions(), 80, lastDay, days, TruthMeasurement.FIRST_SEED);
    IntermediateRows intermediate = new IntermediateRows(spark, folder);

    ForecastMeasurement.Windows windows =
        new ForecastMeasurement(intermediate, MeasuredFindings.Logs.of(intermediate, market.logs()))
            .endingOn(lastDay);

    for (ForecastFamily family : ForecastFamily.values()) {
      ForecastLosses forecast = windows.forecast(family);
      assertThat(forecast.pairs()).as(family.text()).hasSizeGreaterThan(50);
      assertThat(forecast.loss(Forecaster.SHRUNKEN))
          .as(family.text())
          .isLessThan(forecast.loss(Forecaster.RAW))
          .isLessThan(forecast.loss(Forecaster.AVERAGE));
    }
  }
}
