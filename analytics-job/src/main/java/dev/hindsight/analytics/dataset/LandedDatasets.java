package dev.hindsight.analytics.dataset;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/** Reads what has landed: of each key, the latest row. */
public record LandedDatasets(SparkSession spark, Lake lake, LandedFiles files) {
  private static final Field LATEST_FIRST = scratch("latest_first");

  /** The rows of a landed dataset that count. A dataset of which nothing has landed is empty. */
  public Dataset<Row> latest(Contract<?> contract) {
    return latest(contract, UnaryOperator.identity());
  }

  /** The latest of the rows of each key that pass a filter. */
  public Dataset<Row> latest(Contract<?> contract, UnaryOperator<Dataset<Row>> filter) {
    return latestOfEachKey(
        filter.apply(rows(contract, files.currentBatches(contract.name()))), contract);
  }

  /** Every row of some batches of a landed dataset. */
  public Dataset<Row> rows(Contract<?> contract, List<Integer> batches) {
    if (batches.isEmpty()) {
      return NoRows.of(spark, contract);
    }
    String[] folders =
        batches.stream()
            .map(batch -> SparkPath.of(lake.batch(contract.name(), batch)))
            .toArray(String[]::new);
    return SmallLake.gathered(Conforming.conform(spark.read().parquet(folders), contract));
  }

  /** The rows of some folders, of a schema that is known. */
  public Dataset<Row> parquet(List<Path> folders, StructType schema) {
    return folders.isEmpty()
        ? NoRows.of(spark, schema)
        : spark
            .read()
            .schema(schema)
            .parquet(folders.stream().map(SparkPath::of).toArray(String[]::new));
  }

  /** Of each key the row that landed last. */
  public static Dataset<Row> latestOfEachKey(Dataset<Row> rows, Contract<?> contract) {
    Column[] key = contract.key().stream().map(Columns::col).toArray(Column[]::new);
    Column position =
        row_number()
            .over(
                Window.partitionBy(key)
                    .orderBy(
                        col(contract.field("batch_number")).desc(),
                        col(contract.field("line_number")).desc()));
    return without(
        with(rows, LATEST_FIRST, position).where(col(LATEST_FIRST).equalTo(lit(1))), LATEST_FIRST);
  }
}
