package dev.hindsight.analytics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small market of those that {@link TruthReport} measures many of. */
@SparkTest
class TruthTest {
  private static final int SELLERS = 150;

  @Test
  void plantedProblemsAreFoundAndFewOthers(SparkSession spark, @TempDir Path folder)
      throws IOException {
    MarketFindings found =
        new TruthMeasurement(spark, folder, SELLERS)
            .of(Scenario.PLANTED, TruthMeasurement.FIRST_SEED);

    Share flaggedNotPlanted =
        Objects.requireNonNull(found.measures().get(Measure.FLAGGED_NOT_PLANTED));
    assertThat(found.truth()).isNotEmpty();
    assertThat(flaggedNotPlanted.of()).isGreaterThanOrEqualTo(3);
    assertThat(flaggedNotPlanted.value()).isLessThanOrEqualTo(0.34);
    assertThat(found.ratings()).hasSizeGreaterThan(SELLERS / 4);
  }
}
