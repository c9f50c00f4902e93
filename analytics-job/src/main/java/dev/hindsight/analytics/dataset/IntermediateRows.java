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
    String path = SparkPath.of(folder.resolve(name));
    if (spark.sparkContext().isLocal()) {
      rows.write().mode(SaveMode.Overwrite).parquet(path);
      return spark.read().schema(rows.schema()).parquet(path);
    }
    CountedRows counted = CountedRows.of(rows, name);
    counted.rows().write().mode(SaveMode.Overwrite).parquet(path);
    Dataset<Row> written = spark.read().schema(rows.schema()).parquet(path);
    counted.requireAll(written);
    return written;
  }
}
