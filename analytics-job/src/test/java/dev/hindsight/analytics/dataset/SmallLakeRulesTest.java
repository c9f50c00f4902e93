package dev.hindsight.analytics.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of a small lake's session, beside the same by Spark's own plans. */
@SparkTest
class SmallLakeRulesTest {
  private static final String SOLD =
      """
      (SELECT id, id % 7 AS seller, CAST(id % 5 AS STRING) AS article, id * 1.25BD AS price
       FROM range(0, 400, 1, 3) UNION ALL SELECT 1000, 3, 'x', NULL) sold
      """;

  private final SparkSession small;
  private final SparkSession other;

  SmallLakeRulesTest(SparkSession spark) {
    this.small = spark;
    this.other = spark.newSession();
    this.other.conf().set("spark.sql.shuffle.partitions", "3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT seller, sum(price), count(*) FILTER (WHERE id > 9), avg(id) FROM %s GROUP BY seller",
        "SELECT seller & 1, max(article), min(price) FROM %s GROUP BY seller & 1",
        "SELECT seller, sort_array(collect_list(article)), percentile(id, 0.5) FROM %s GROUP BY 1",
        "SELECT seller, count(DISTINCT article), sum(id) FROM %s GROUP BY seller",
        "SELECT count(DISTINCT seller), count(DISTINCT article), max(id) FROM %s",
        "SELECT DISTINCT seller, article FROM %s",
        "SELECT sum(price), max(article), count(*) FROM %s WHERE id < 0",
        "SELECT seller, count(*) FROM %s WHERE id < 0 GROUP BY seller",
        "SELECT n, count(*), max(m) FROM (SELECT seller, count(*) AS n, max(article) AS m FROM %s GROUP BY seller) GROUP BY n",
        "SELECT seller, rank, article FROM (SELECT *, rank() OVER (PARTITION BY article ORDER BY id) AS rank FROM %s) WHERE rank < 4",
      })
  void findsWhatSparkFindsWithoutAShuffle(String query) {
    Dataset<Row> found = small.sql(query.formatted(SOLD));
    Dataset<Row> spark = other.sql(query.formatted(SOLD));

    assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(spark));
    assertThat(plan(found)).doesNotContain("Exchange");
    assertThat(plan(spark)).contains("Exchange");
  }

  @Test
  void joinsWithoutAShuffle() {
    String query =
        "SELECT /*+ BROADCAST(b) */ a.seller, a.n, b.m FROM (SELECT seller, count(*) AS n FROM %s"
            + " GROUP BY seller) a LEFT JOIN (SELECT article, max(id) AS m FROM %s GROUP BY article)"
            + " b ON a.n = b.m - 341";
    Dataset<Row> found = small.sql(query.formatted(SOLD, SOLD));
    Dataset<Row> spark = other.sql(query.formatted(SOLD, SOLD));

    assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(spark)).hasSize(7);
    assertThat(plan(found)).doesNotContain("Exchange");
  }

  @Test
  void addsUpInOneStep() {
    String query = "SELECT seller, sum(price) FROM %s GROUP BY seller".formatted(SOLD);

    assertThat(plan(small.sql(query)).split("HashAggregate", -1)).hasSize(2);
    assertThat(plan(other.sql(query)).split("HashAggregate", -1)).hasSize(3);
  }

  private static List<String> lines(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  private static String plan(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }
}
