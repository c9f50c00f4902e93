package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SmallLakeTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-06-30"), 1);

  private final SparkSession spark;

  SmallLakeTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aSmallLakeHasTheSameMartsAsItHasByTheWayOfLargeOnes(@TempDir Path folder)
      throws IOException, SQLException {
    Lake lake = new Lake(folder.resolve("lake"));
    new RandomMarketplace(7, 3_000).landIn(new LandedLake(spark, lake));
    SparkSession unaware = spark.newSession();
    unaware.conf().set(SmallLake.FEWER_ROWS_THAN, "0");

    build(spark, lake, folder.resolve("small"));
    build(unaware, lake, folder.resolve("large"));

    try (DuckDb duckDb = new DuckDb()) {
      VersionComparison versions =
          new VersionComparison(duckDb, folder.resolve("small"), folder.resolve("large"));
      assertThat(versions.differences()).isEmpty();
      assertThat(
              duckDb.count(
                  "SELECT count(*) FROM read_parquet('%s/large/disputes/*.parquet')"
                      .formatted(folder)))
          .isGreaterThan(100);
    }
  }

  private static void build(SparkSession spark, Lake lake, Path candidate) throws IOException {
    AnalysisSettings settings =
        new AnalysisSettings(VERSION.asOfDate(), 90, null, ZoneId.of("UTC"));
    new VersionBuild(spark, lake, settings).writeTo(candidate, VERSION);
  }
}
