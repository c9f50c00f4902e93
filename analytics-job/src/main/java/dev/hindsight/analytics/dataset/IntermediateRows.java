package dev.hindsight.analytics.dataset;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    ParquetFolder written = new ParquetFolder(folder.resolve(name));
    written.write(rows);
    return written.read(spark, rows.schema());
  }
}
