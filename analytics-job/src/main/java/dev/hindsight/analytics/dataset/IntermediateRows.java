package dev.hindsight.analytics.dataset;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Rows that several marts build on, written once and read back. A cached Dataset keeps its whole
 * plan, which Spark analyses again at every further step: with six windows and strata that took a
 * minute, read back it takes none.
 */
public record IntermediateRows(SparkSession spark, Path folder) {

  /** The same rows, without their history. */
  public Dataset<Row> readBack(Dataset<Row> rows, String name) {
    if (SmallLake.isOf(spark)) {
      return rows.localCheckpoint();
    }
    String path = folder.resolve(name).toString();
    rows.write().mode(SaveMode.Overwrite).parquet(path);
    return spark.read().schema(rows.schema()).parquet(path);
  }
}
