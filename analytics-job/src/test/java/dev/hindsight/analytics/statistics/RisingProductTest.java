package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisingProductTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 64, 65, 1_000})
  void logAndItsDerivativeAreSumsOverFactors(long factors) {
    RisingProduct product = new RisingProduct(0.3, 0.05);
    double log = LongStream.range(0, factors).mapToDouble(i -> Math.log(0.3 + i * 0.05)).sum();
    double derivative = LongStream.range(0, factors).mapToDouble(i -> 1 / (0.3 + i * 0.05)).sum();

    assertThat(product.log(factors)).isCloseTo(log, within(1e-9));
    assertThat(product.logDerivative(factors)).isCloseTo(derivative, within(1e-9));
  }

  @Test
  void aTinyStepLosesNoDigits() {
    RisingProduct product = new RisingProduct(1, 1e-9);

    assertThat(product.log(10)).isCloseTo(45e-9, within(1e-15));
    assertThat(product.logDerivative(10)).isCloseTo(10 - 45e-9, within(1e-14));
  }

  @Test
  void withoutAStepItIsAPower() {
    assertThat(new RisingProduct(0.5, 0).log(100)).isCloseTo(100 * Math.log(0.5), within(1e-12));
    assertThat(new RisingProduct(0.5, 0).logDerivative(100)).isEqualTo(200);
  }
}
