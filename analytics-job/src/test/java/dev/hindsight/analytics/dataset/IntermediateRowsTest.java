package dev.hindsight.analytics.dataset;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows kept for later queries, in a small lake's session and in one of any size. */
@SparkTest
class IntermediateRowsTest {
  private static final String SOLD =
      "SELECT id, CAST(id %% 7 AS STRING) AS seller_id FROM range(0, 40, 1, 3) WHERE id > %d";

  private final SparkSession small;
  private final Path folder;

  IntermediateRowsTest(SparkSession spark, @TempDir Path folder) {
    this.small = spark;
    this.folder = folder;
  }

  @ParameterizedTest(name = "small: {0}")
  @ValueSource(booleans = {true, false})
  void areWhatTheyWere(boolean isSmall) {
    Dataset<Row> rows = rows(isSmall, 30);

    Dataset<Row> kept = kept(rows);

    assertThat(kept.schema().simpleString()).isEqualTo(rows.schema().simpleString());
    assertThat(kept.collectAsList())
        .containsExactlyInAnyOrderElementsOf(rows.collectAsList())
        .hasSize(9);
  }

  @ParameterizedTest(name = "small: {0}")
  @ValueSource(booleans = {true, false})
  void whatIsMadeOfNoneIsNotComputed(boolean isSmall) {
    Dataset<Row> none = kept(rows(isSmall, 40));

    Dataset<Row> counted =
        none.join(rows(isSmall, 0), "seller_id").groupBy(col("seller_id")).count();

    assertThat(none.columns()).containsExactly("id", "seller_id");
    assertThat(counted.queryExecution().executedPlan().toString())
        .startsWith("LocalTableScan <empty>")
        .doesNotContain("Range");
    assertThat(counted.collectAsList()).isEmpty();
  }

  private Dataset<Row> rows(boolean isSmall, int above) {
    return (isSmall ? small : small.newSession()).sql(SOLD.formatted(above));
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    return new IntermediateRows(rows.sparkSession(), folder).readBack(rows, "sold");
  }
}
