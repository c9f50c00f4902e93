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

  /** The same rows, without their history; {@link NoRows} where there are none. */
  public Dataset<Row> readBack(Dataset<Row> rows, String name) {
    if (SmallLake.isOf(spark)) {
      Dataset<Row> kept = rows.localCheckpoint();
      return kept.queryExecution().toRdd().isEmpty() ? NoRows.of(spark, rows.schema()) : kept;
    }
    ParquetFolder written = new ParquetFolder(folder.resolve(name));
    written.write(rows);
    return written.isEmpty() ? NoRows.of(spark, rows.schema()) : written.read(spark, rows.schema());
  }
}
