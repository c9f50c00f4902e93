package dev.hindsight.analytics.prices;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.analytics.SparkTest;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class PriceBandsTest {
  private final SparkSession spark;

  PriceBandsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({
    "0, EUR, under 10",
    "9.9999, EUR, under 10",
    "10, EUR, 10 to 25",
    "24.99, EUR, 10 to 25",
    "999.99, EUR, 500 to 1000",
    "1000, EUR, 1000 or more",
    "12, USD, unknown",
    ", EUR, unknown",
    "12, , unknown"
  })
  void bandHasItsLowerEdgeAndNotItsUpperOne(
      @Nullable BigDecimal amount, @Nullable String currency, String band) {
    assertThat(band(amount, currency)).isEqualTo(band);
  }

  @Test
  void edgesMustAscend() {
    assertThatThrownBy(
            () -> new PriceBands(List.of(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN), "EUR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Price edges must ascend; these do not: [10, 1, 10]");
  }

  private String band(@Nullable BigDecimal amount, @Nullable String currency) {
    return spark
        .range(1)
        .select(
            PriceBands.bundled("EUR")
                .of(lit(amount).cast("decimal(18,4)"), lit(currency).cast("string")))
        .first()
        .getString(0);
  }
}
