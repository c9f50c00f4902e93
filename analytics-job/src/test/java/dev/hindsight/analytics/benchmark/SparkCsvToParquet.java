package dev.hindsight.analytics.benchmark;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/**
 * What Spark's own CSV reader needs for what the ingest does, without its validation; started by
 * nightly-job's benchmark: {@code SparkCsvToParquet LOG.csv OUTPUT_FOLDER}.
 */
final class SparkCsvToParquet {
  private static final String COLUMNS =
      "transaction_id STRING, order_id STRING, seller_id STRING, category STRING, amount DECIMAL(18,4), currency STRING,"
          + " ordered_at TIMESTAMP, buyer_id STRING, sku STRING, delivered_at TIMESTAMP, carrier STRING, ship_region STRING";

  private SparkCsvToParquet() {}

  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = session()) {
      spark
          .read()
          .schema(COLUMNS)
          .option("header", true)
          .option("mode", "FAILFAST")
          .csv(arguments[0])
          .write()
          .option("compression", "zstd")
          .parquet(arguments[1]);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("SparkCsvToParquet")
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .getOrCreate();
  }
}
