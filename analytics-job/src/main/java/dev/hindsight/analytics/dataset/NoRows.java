package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.Contract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of which there are none, and known to be: Spark leaves out of a plan whatever would be made
 * of them, the reading of what they would be joined to included.
 */
public final class NoRows {
  private NoRows() {}

  public static Dataset<Row> of(SparkSession spark, Contract<?> contract) {
    return of(spark, SparkTypes.schemaOf(contract));
  }

  static Dataset<Row> of(SparkSession spark, StructType schema) {
    return spark.createDataFrame(List.of(), schema);
  }
}
