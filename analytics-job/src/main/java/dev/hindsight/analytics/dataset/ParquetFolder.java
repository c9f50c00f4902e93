package dev.hindsight.analytics.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A folder of Parquet files in the lake that Spark writes and reads back. */
public record ParquetFolder(Path path) {

  /**
   * Writes rows in place of what is there. Those that a cluster's executors wrote are counted.
   *
   * @param partitionedBy columns whose values become folders
   * @throws MissingRowsException when this machine does not see all that was written
   */
  public void write(Dataset<Row> rows, String... partitionedBy) {
    if (rows.sparkSession().sparkContext().isLocal()) {
      writeUncounted(rows, partitionedBy);
      return;
    }
    CountedRows counted = CountedRows.of(rows, String.valueOf(path.getFileName()));
    writeUncounted(counted.rows(), partitionedBy);
    counted.requireCount(read(rows.sparkSession(), rows.schema()).count());
  }

  private void writeUncounted(Dataset<Row> rows, String... partitionedBy) {
    rows.write().mode(SaveMode.Overwrite).partitionBy(partitionedBy).parquet(SparkPath.of(path));
  }

  /** Whether no file of it has a row, by what their footers say. */
  boolean isEmpty() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.parquet")) {
      for (Path file : files) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
          if (reader.getRecordCount() > 0) {
            return false;
          }
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its rows, of a schema that is known. */
  public Dataset<Row> read(SparkSession spark, StructType schema) {
    return spark.read().schema(schema).parquet(SparkPath.of(path));
  }
}
