package dev.hindsight.analytics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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

    Map<Measure, Share> measures = found.measures();
    assertThat(found.truth()).isNotEmpty();
    assertThat(measures.get(Measure.FLAGGED_NOT_PLANTED).of()).isGreaterThanOrEqualTo(3);
    assertThat(measures.get(Measure.FLAGGED_NOT_PLANTED).value()).isLessThanOrEqualTo(0.34);
    assertThat(found.ratings()).hasSizeGreaterThan(SELLERS / 4);
  }
}
