package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How a lake is analysed of which every dataset is small: planning, compiling and starting tasks
 * cost more there than the rows do. Each query is one task, runs interpreted, and keeps in memory
 * what later ones build on.
 */
public final class SmallLake {
  /** Landed rows from which on compiled code and several tasks pay for themselves. */
  private static final long FEW_ROWS = 1_000_000;

  private static final String IS_SMALL = "spark.hindsight.lake.small";

  private static final Map<String, String> SETTINGS =
      Map.of(
          IS_SMALL,
          "true",
          "spark.sql.shuffle.partitions",
          "1",
          "spark.sql.adaptive.enabled",
          "false",
          "spark.sql.autoBroadcastJoinThreshold",
          "-1",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN");

  private SmallLake() {}

  /** A session that suits the size of what has landed: the same one, or one beside it. */
  public static SparkSession session(SparkSession spark, LandedFiles landed) {
    long rows = landed.current().stream().mapToLong(LandedFile::acceptedCount).sum();
    if (rows >= FEW_ROWS || !spark.sparkContext().isLocal()) {
      return spark;
    }
    SparkSession small = spark.newSession();
    SETTINGS.forEach((key, value) -> small.conf().set(key, value));
    return small;
  }

  /** Whether the session is one of a small lake. */
  static boolean isOf(SparkSession spark) {
    return Boolean.parseBoolean(spark.conf().get(IS_SMALL, "false"));
  }

  /** Rows just read, in one partition where the lake is small: then no query needs a shuffle. */
  static Dataset<Row> gathered(Dataset<Row> read) {
    return isOf(read.sparkSession()) ? read.coalesce(1) : read;
  }
}
