package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How a lake is analysed of which every dataset is small: planning, compiling and starting tasks
 * cost more there than the rows do. Each query is one task ({@link SmallLakeRules}), runs
 * interpreted, and keeps in memory what later ones build on.
 */
public final class SmallLake {
  /**
   * Spark's setting of how many landed rows a small lake has at most, less one: from there on
   * compiled code and several tasks pay for themselves.
   */
  public static final String FEWER_ROWS_THAN = "spark.hindsight.lake.smallBelow";

  private static final String FEW_ROWS = "1000000";

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
          // A broadcast is a job of its own, also where few rows are joined to few.
          "spark.sql.optimizer.disableHints",
          "true",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN",
          // Each is a megabyte, written with every plan that has it, to spare a join a few rows.
          "spark.sql.optimizer.runtime.bloomFilter.enabled",
          "false",
          // Not set, it is looked up in the environment for every row of an interpreted query.
          "spark.sql.types.framework.enabled",
          "false");

  private SmallLake() {}

  /** A session that suits the size of what has landed: the same one, or one beside it. */
  public static SparkSession session(SparkSession spark, LandedFiles landed) {
    long rows = landed.current().stream().mapToLong(LandedFile::acceptedCount).sum();
    long few = Long.parseLong(spark.conf().get(FEWER_ROWS_THAN, FEW_ROWS));
    if (rows >= few || !spark.sparkContext().isLocal()) {
      return spark;
    }
    SparkSession small = spark.newSession();
    SETTINGS.forEach((key, value) -> small.conf().set(key, value));
    return small;
  }

  /** Whether the session is one of a small lake. */
  public static boolean isOf(SparkSession spark) {
    return Boolean.parseBoolean(spark.conf().get(IS_SMALL, "false"));
  }

  /** Rows just read, in one partition where the lake is small: then no query needs a shuffle. */
  static Dataset<Row> gathered(Dataset<Row> read) {
    return isOf(read.sparkSession()) ? read.coalesce(1) : read;
  }
}
