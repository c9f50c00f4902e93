package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class SharedSparkSessionTest {
  private final SparkSession spark;

  SharedSparkSessionTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({
    "spark.master, local[2]",
    "spark.default.parallelism, 1",
    "spark.hindsight.lake.small, true",
    "spark.sql.shuffle.partitions, 1",
    "spark.ui.enabled, false",
    "spark.sql.session.timeZone, UTC",
    "spark.sql.ansi.enabled, true",
    "spark.sql.datetime.java8API.enabled, true",
    "spark.sql.parquet.outputTimestampType, TIMESTAMP_MICROS",
    "spark.sql.parquet.compression.codec, zstd"
  })
  void sessionHasWhatCorrectnessAndSpeedDependOn(String setting, String value) {
    assertThat(spark.conf().get(setting)).isEqualTo(value);
  }
}
