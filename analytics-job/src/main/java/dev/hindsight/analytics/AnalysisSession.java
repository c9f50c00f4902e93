package dev.hindsight.analytics;

import dev.hindsight.analytics.dataset.QuietLocalFileSystem;
import dev.hindsight.analytics.dataset.SmallLakeRules;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session, with what the marts' correctness depends on; what only affects speed may be
 * set from outside.
 */
final class AnalysisSession {
  private static final int PARTITIONS_PER_CORE = 2;

  private AnalysisSession() {}

  static SparkSession start() {
    return start(new SparkConf());
  }

  /** A session that keeps what the configuration sets, as far as correctness allows. */
  static SparkSession start(SparkConf conf) {
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.set("spark.sql.ansi.enabled", "true");
    conf.set("spark.sql.datetime.java8API.enabled", "true");
    conf.set(
        "spark.sql.parquet.outputTimestampType",
        "TIMESTAMP_MICROS"); // INT96 otherwise, which Carpet refuses
    conf.setIfMissing("spark.app.name", "hindsight analyze");
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.sql.parquet.compression.codec", "zstd");
    // Files as large as Spark's advice rather than one for each core: a small mart is one file.
    conf.setIfMissing("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    conf.setIfMissing("spark.sql.extensions", SmallLakeRules.class.getName());
    if (!conf.getBoolean("spark.ui.enabled", false)) {
      forgetWhatIsOver(conf);
    }
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.hadoop.fs.file.impl", QuietLocalFileSystem.class.getName());
      // Spark's 200 are for clusters; here each costs a task of a few milliseconds in every
      // shuffle.
      int partitions = PARTITIONS_PER_CORE * Runtime.getRuntime().availableProcessors();
      conf.setIfMissing("spark.sql.shuffle.partitions", Integer.toString(partitions));
    }
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Nobody looks at it, and the plans of a thousand queries fill the heap. */
  private static void forgetWhatIsOver(SparkConf conf) {
    conf.setIfMissing("spark.ui.retainedJobs", "10");
    conf.setIfMissing("spark.ui.retainedStages", "10");
    conf.setIfMissing("spark.ui.retainedTasks", "100");
    conf.setIfMissing("spark.sql.ui.retainedExecutions", "10");
    conf.setIfMissing("spark.sql.ui.explainMode", "simple");
    conf.setIfMissing("spark.sql.maxPlanStringLength", "1000");
  }
}
