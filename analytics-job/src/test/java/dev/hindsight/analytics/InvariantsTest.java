package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.MartContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be true of the marts of any marketplace, read by DuckDB from a generated one. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

  private final SparkSession spark;
  private final DuckDb duckDb = new DuckDb();

  InvariantsTest(SparkSession spark) throws SQLException {
    this.spark = spark;
  }

  @BeforeAll
  void buildAVersion(@TempDir Path folder) throws IOException, SQLException {
    Lake lake = new Lake(folder.resolve("lake"));
    new RandomMarketplace(20260701, 6_000).landIn(new LandedLake(spark, lake));
    Path candidate = folder.resolve("candidate");
    AnalysisSettings settings = new AnalysisSettings(AS_OF, 90, null, ZoneId.of("UTC"));
    new VersionBuild(spark, lake, settings).writeTo(candidate, new VersionName(AS_OF, 1));
    for (Contract<?> mart : MartContracts.ALL) {
      duckDb.execute(
          "CREATE TABLE %s AS FROM '%s/*.parquet'"
              .formatted(mart.name(), candidate.resolve(mart.name())));
    }
  }

  @AfterAll
  void closeDuckDb() throws SQLException {
    duckDb.close();
  }

  static List<Contract<?>> marts() {
    return MartContracts.ALL;
  }

  @ParameterizedTest
  @MethodSource("marts")
  void noNumberIsNotANumberOrInfinite(Contract<?> mart) throws SQLException {
    for (Field field : mart.fields()) {
      if (field.type() == Scalar.DOUBLE) {
        assertThat(
                duckDb.count(
                    "SELECT count(*) FROM %s WHERE %s IS NOT NULL AND NOT isfinite(%s)"
                        .formatted(mart.name(), field.name(), field.name())))
            .as(mart.name() + "." + field.name())
            .isZero();
      }
    }
  }

  @Test
  void waysToEndAddUpToTheDisputes() throws SQLException {
    assertThat(
            duckDb.count(
                """
                SELECT count(*) FROM (
                  SELECT coalesce(d.n, 0) - coalesce(o.n, 0) AS difference
                  FROM (SELECT seller_id, category, cause, count(*) AS n FROM disputes GROUP BY ALL) d
                  FULL JOIN (SELECT seller_id, category, cause, sum(dispute_count) AS n FROM outcomes GROUP BY ALL) o
                    ON d.seller_id = o.seller_id AND d.cause = o.cause AND d.category IS NOT DISTINCT FROM o.category)
                WHERE difference <> 0"""))
        .isZero();
    assertThat(duckDb.count("SELECT count(*) FROM disputes")).isGreaterThan(500);
    assertThat(
            duckDb.count(
                """
                SELECT count(*) FROM outcomes WHERE decided_count + resolved_by_seller_count
                    + withdrawn_count + open_count <> dispute_count
                  OR seller_favour_count + buyer_favour_count + partial_count + marketplace_paid_count
                    <> decided_count"""))
        .isZero();
  }

  @Test
  void whatIsLeftOutAddsUp() throws SQLException {
    assertThat(
            duckDb.rows(
                """
                SELECT seller_id, s.adjusted_count, c.adjusted_count FROM seller_scorecards AS s
                LEFT JOIN (SELECT seller_id, sum(adjusted_count) AS adjusted_count FROM seller_causes GROUP BY ALL) AS c
                USING (seller_id)
                WHERE coalesce(c.adjusted_count, 0) <> s.adjusted_count
                   OR s.observed_count = 0 AND s.disputed_transaction_count > s.adjusted_count
                   OR s.accountable_observed_count > s.observed_count"""))
        .isEmpty();
    assertThat(
            duckDb.count(
                """
                SELECT count(*) FROM seller_scorecards JOIN seller_reports AS r USING (seller_id)
                WHERE r.adjusted_count <> seller_scorecards.adjusted_count"""))
        .isZero();
    assertThat(duckDb.count("SELECT count(*) FROM outcomes WHERE adjusted_count > dispute_count"))
        .isZero();
    assertThat(duckDb.count("SELECT sum(adjusted_count) FROM outcomes"))
        .isEqualTo(duckDb.count("SELECT count(*) FROM disputes WHERE is_adjusted"))
        .isPositive();
  }

  @Test
  void everyFlagHasItsIntervalAboveOne() throws SQLException {
    assertThat(
            duckDb.count(
                "SELECT count(*) FROM seller_causes WHERE is_flagged AND NOT coalesce(ratio_low > 1, false)"))
        .isZero();
  }

  /**
   * With w a seller's share of the order lines, leaving it out moves the sum of expected by w / (1
   * - w) of what the seller has more or less than its share of the observed. That is exact within a
   * stratum; of sums over several, it is how far they may lie apart. Weeks that are just large
   * enough for small sellers, and not for large ones, would move it further: these are larger.
   */
  @Test
  void sellersExpectWhatTheyObserveWithinWhatLeavingOneOutMoves() throws SQLException {
    List<List<@Nullable Object>> apart =
        duckDb.rows(
            """
            WITH shared AS (
              SELECT cause, c.observed_count, c.expected_count,
                transaction_count / sum(transaction_count) OVER (PARTITION BY cause) AS w,
                sum(c.observed_count) OVER (PARTITION BY cause) AS observed
              FROM seller_causes c JOIN seller_scorecards USING (seller_id))
            SELECT cause, sum(observed_count), sum(expected_count),
              sum(w / (1 - w) * abs(w * observed - observed_count)) AS correction
            FROM shared GROUP BY cause
            HAVING NOT coalesce(abs(sum(expected_count) - sum(observed_count)) <= correction, false)""");

    assertThat(duckDb.count("SELECT count(DISTINCT cause) FROM seller_causes")).isEqualTo(5);
    assertThat(apart).isEmpty();
  }
}
