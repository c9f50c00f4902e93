package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.Restatement;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.views.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A version of a random marketplace, held against DuckDB's own count of the landed rows. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionBuildTest {
  /**
   * This small marketplace has nothing that is significantly wrong, and this is its first version.
   */
  private static final Set<Contract<?>> EMPTY_HERE =
      Set.of(
          Driver.CONTRACT,
          Recommendation.CONTRACT,
          AdviceOutcome.CONTRACT,
          AdviceEffect.CONTRACT,
          Restatement.CONTRACT);

  private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
  private static final VersionName VERSION = new VersionName(AS_OF, 1);
  private static final String WINDOW = "DATE '2026-04-02', DATE '2026-06-30'";
  private static final String PREVIOUS = "DATE '2026-01-02', DATE '2026-04-01'";

  private final SparkSession spark;
  private final DuckDb duckDb = new DuckDb();
  private Lake lake = new Lake(Path.of(""));

  VersionBuildTest(SparkSession spark) throws SQLException {
    this.spark = spark;
  }

  @BeforeAll
  void buildAVersion(@TempDir Path folder) throws IOException, SQLException {
    lake = new Lake(folder.resolve("lake"));
    new RandomMarketplace(20260630, 6_000).landIn(new LandedLake(spark, lake));
    AnalysisSettings settings = new AnalysisSettings(AS_OF, 90, null, ZoneId.of("UTC"));
    new VersionBuild(spark, lake, settings).publish();
    duckDb.execute(Files.readString(lake.version(VERSION).resolve(Dialect.DUCKDB.fileName())));
    duckDb.execute(
        "CREATE VIEW landed_transactions AS SELECT * FROM read_parquet(%s)"
            .formatted(batches("transactions", 1, 2, 5)));
    duckDb.execute(
        "CREATE VIEW landed_events AS SELECT * FROM read_parquet(%s)"
            .formatted(batches("dispute_events", 3, 6)));
    duckDb.execute(
        "CREATE VIEW landed_adjustments AS SELECT * FROM read_parquet(%s)"
            .formatted(batches("adjustments", 8)));
    duckDb.execute(
        "CREATE VIEW taxonomy AS FROM 'src/main/resources/dev/hindsight/analytics/taxonomy/causes.csv'");
    duckDb.execute(resource("recount.sql"));
  }

  @AfterAll
  void closeDuckDb() throws SQLException {
    duckDb.close();
  }

  @Test
  void versionIsPublishedAndNothingUnfinishedIsLeftInIt() throws IOException {
    assertThat(new Versions(lake).current()).contains(VERSION);
    try (Stream<Path> files = Files.walk(lake.martsLink().toRealPath())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("_version.json", "views.sql", "views-spark.sql")
          .contains("disputes-2026-06-30.1-0.parquet", "seller_reports-2026-06-30.1-0.parquet")
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @ParameterizedTest
  @MethodSource("marts")
  void martHasTheContractsColumnsAndTypes(Contract<?> mart) throws SQLException {
    List<String> expected =
        mart.fields().stream()
            .filter(field -> field.type() instanceof Scalar)
            .map(field -> field.name() + " " + duckDbType((Scalar) field.type()))
            .toList();

    assertThat(
            duckDb.rows(
                "SELECT column_name || ' ' || column_type FROM (DESCRIBE %s)"
                    .formatted(mart.name())))
        .map(row -> String.valueOf(row.get(0)))
        .containsAll(expected)
        .hasSize(mart.fields().size());
  }

  @ParameterizedTest
  @MethodSource("marts")
  void sparksViewsShowTheSameRows(Contract<?> mart) throws IOException, SQLException {
    String script = Files.readString(lake.version(VERSION).resolve(Dialect.SPARK.fileName()));
    for (String statement : script.split(";\n", -1)) {
      if (!statement.isBlank()) {
        spark.sql(statement);
      }
    }

    assertThat(spark.table(mart.name()).schema()).isEqualTo(SparkTypes.schemaOf(mart));
    long rows = spark.table(mart.name()).count();
    assertThat(rows).isEqualTo(duckDb.count("SELECT count(*) FROM " + mart.name()));
    assertThat(rows > 0).isEqualTo(!EMPTY_HERE.contains(mart));
  }

  @Test
  void manifestCountsTheRowsAndNamesTheInputsThatCount() throws IOException {
    String manifest = Files.readString(lake.version(VERSION).resolve(Lake.VERSION_MANIFEST));

    assertThat(manifest)
        .contains("\"reporting_currency\" : \"EUR\"", "\"window_start_date\" : \"2026-04-02\"")
        .contains("sha256 of 5", "sha256 of 7")
        .doesNotContain("sha256 of 4");
  }

  @Test
  void replacedBatchDoesNotCount() throws SQLException {
    assertThat(duckDb.count("SELECT count(*) FROM seller_scorecards WHERE seller_id = 'nobody'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transaction_count",
        "order_count",
        "disputed_transaction_count",
        "opened_dispute_count",
        "observed_count",
        "adjusted_count"
      })
  void countsAreThoseThatDuckDbCounts(String column) throws SQLException {
    assertNoRows(
        """
        SELECT seller_id, c.%1$s, r.%1$s FROM seller_scorecards AS c
        FULL JOIN counts(%2$s) AS r USING (seller_id)
        WHERE c.%1$s IS DISTINCT FROM r.%1$s"""
            .formatted(column, WINDOW));
    assertThat(duckDb.count("SELECT sum(%s) FROM seller_scorecards".formatted(column)))
        .isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transaction_count",
        "disputed_transaction_count",
        "opened_dispute_count",
        "observed_count",
        "adjusted_count"
      })
  void previousCountsAreThoseThatDuckDbCountsAtTheEndOfThatWindow(String column)
      throws SQLException {
    assertNoRows(
        """
        SELECT seller_id, c.previous_%1$s, r.%1$s FROM seller_scorecards AS c
        LEFT JOIN counts(%2$s) AS r USING (seller_id)
        WHERE c.previous_%1$s <> coalesce(r.%1$s, 0)"""
            .formatted(column, PREVIOUS));
    assertThat(duckDb.count("SELECT sum(previous_%s) FROM seller_scorecards".formatted(column)))
        .isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"expected_count | " + WINDOW, "previous_expected_count | " + PREVIOUS})
  void expectedCountsAreThoseThatDuckDbCounts(String column, String window) throws SQLException {
    assertNoRows(
        """
        SELECT seller_id, c.%1$s, r.expected_count FROM seller_scorecards AS c
        LEFT JOIN expected(%2$s) AS r USING (seller_id)
        WHERE (c.%1$s IS NULL) <> (r.expected_count IS NULL)
           OR abs(c.%1$s - r.expected_count) > 1e-9"""
            .formatted(column, window));
    // Some cells of the marketplace are large enough for the finest stratum, others fall back.
    long priceCells = duckDb.count("SELECT sum(price_cells) FROM expected(%s)".formatted(window));
    assertThat(priceCells).isPositive();
    assertThat(duckDb.count("SELECT sum(fine_cells) FROM expected(%s)".formatted(window)))
        .isGreaterThan(priceCells)
        .isLessThan(duckDb.count("SELECT sum(cells) FROM expected(%s)".formatted(window)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          observed_count          | expected_count          | DATE '2026-04-02', DATE '2026-06-30'
          previous_observed_count | previous_expected_count | DATE '2026-01-02', DATE '2026-04-01'
          """)
  void causesAreThoseThatDuckDbCounts(String observed, String expected, String window)
      throws SQLException {
    assertNoRows(
        """
        SELECT seller_id, cause, c.%1$s, r.observed_count, c.%2$s, r.expected_count
        FROM seller_causes AS c LEFT JOIN expected_by_cause(%3$s) AS r USING (seller_id, cause)
        WHERE c.%1$s <> coalesce(r.observed_count, 0)
           OR abs(coalesce(c.%2$s, 0) - coalesce(r.expected_count, 0)) > 1e-9"""
            .formatted(observed, expected, window));
    assertThat(duckDb.count("SELECT sum(%s) FROM seller_causes".formatted(observed))).isPositive();
  }

  @Test
  void everySellerThatSoldHasARowForEveryCause() throws SQLException {
    assertThat(duckDb.count("SELECT count(*) FROM seller_causes"))
        .isEqualTo(
            duckDb.count(
                "SELECT count(*) FROM expected_by_cause(DATE '2026-04-02', DATE '2026-06-30')"
                    + " WHERE cause NOT LIKE '*%'"));
  }

  @Test
  void whatSellersAreAccountableForIsWhatDuckDbCounts() throws SQLException {
    assertNoRows(
        """
        SELECT c.seller_id, c.accountable_observed_count, r.observed_count, c.accountable_expected_count, r.expected_count
        FROM seller_scorecards AS c LEFT JOIN expected_by_cause(DATE '2026-04-02', DATE '2026-06-30') AS r
          ON r.seller_id = c.seller_id AND r.cause = '*SELLER'
        WHERE c.accountable_observed_count <> coalesce(r.observed_count, 0)
           OR abs(coalesce(c.accountable_expected_count, 0) - coalesce(r.expected_count, 0)) > 1e-9
           OR c.accountable_observed_count > c.observed_count
           OR (c.p_value IS NULL) <> (coalesce(c.expected_count, 0) = 0) OR c.q_value < c.p_value""");
    assertThat(
            duckDb.count(
                "SELECT count(*) FROM seller_scorecards WHERE accountable_observed_count < observed_count"))
        .isPositive();
    assertThat(duckDb.count("SELECT count(*) FROM seller_scorecards WHERE rating = 'AVERAGE'"))
        .isPositive();
  }

  /** No number of any mart is NaN or infinite. */
  @Test
  void everyNumberIsANumber() throws SQLException {
    for (Contract<?> mart : List.of(SellerCause.CONTRACT, SellerScorecard.CONTRACT)) {
      for (Field field : mart.fields()) {
        if (field.type() == ColumnType.Scalar.DOUBLE) {
          assertNoRows(
              "SELECT * FROM %s WHERE NOT isfinite(%s)".formatted(mart.name(), field.name()));
        }
      }
    }
  }

  /**
   * Benjamini and Hochberg's definition, of pairs with five or more expected, and of the others:
   * the least p m / rank(p) over all p that are no less.
   */
  @Test
  void qValuesAreThoseOfTheDefinition() throws SQLException {
    assertNoRows(
        """
        WITH ranked AS (
          SELECT seller_id, cause, expected_count >= 5 AS family, p_value, q_value, p_value * count(*) OVER (PARTITION BY family)
            / count(*) OVER (PARTITION BY family ORDER BY p_value) AS step
          FROM seller_causes WHERE p_value IS NOT NULL)
        SELECT * FROM (
          SELECT *, min(step) OVER (PARTITION BY family ORDER BY p_value DESC) AS definition FROM ranked)
        WHERE abs(q_value - definition) > 1e-15""");
    assertNoRows("SELECT * FROM seller_causes WHERE (p_value IS NULL) <> (q_value IS NULL)");
    assertNoRows("SELECT * FROM seller_causes WHERE q_value < p_value OR q_value > 1");
    assertThat(
            duckDb.count(
                "SELECT count(DISTINCT expected_count >= 5) FROM seller_causes WHERE q_value IS NOT NULL"))
        .isEqualTo(2);
  }

  @Test
  void whatIsTestedIsWhatHasAnExpectationAndIsMapped() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM seller_causes
        WHERE (p_value IS NOT NULL) <> (coalesce(expected_count, 0) > 0 AND cause <> 'UNMAPPED')""");
    assertThat(duckDb.count("SELECT count(*) FROM seller_causes WHERE cause = 'UNMAPPED'"))
        .isPositive();
  }

  @Test
  void shrunkenRatiosLieBetweenTheRatioAndOne() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM seller_causes
        WHERE shrunken_ratio NOT BETWEEN least(ratio, 1) - 1e-12 AND greatest(ratio, 1) + 1e-12
           OR shrunken_ratio NOT BETWEEN shrunken_ratio_low - 1e-12 AND shrunken_ratio_high + 1e-12
           OR avoidable_count NOT BETWEEN avoidable_count_low - 1e-9 AND avoidable_count_high + 1e-9
           OR abs(shrunken_ratio - (1 + prior_variance * observed_count) / (1 + prior_variance * expected_count)) > 1e-12
           OR is_flagged AND (ratio_low <= 1 OR q_value >= 0.05) OR is_confirmed AND NOT is_flagged""");
  }

  /**
   * A seller with the share w of a stratum moves the sum by w / (1 - w) times its own excess over
   * the stratum's rate. The largest here has a sixth of all lines, so a tenth bounds the sum amply.
   */
  @Test
  void expectedAddsUpToAboutTheObserved() throws SQLException {
    List<@Nullable Object> sums =
        duckDb
            .rows("SELECT sum(observed_count)::DOUBLE, sum(expected_count) FROM seller_scorecards")
            .get(0);

    assertThat((Double) sums.get(1)).isCloseTo((Double) sums.get(0), withinPercentage(10));
  }

  @Test
  void outcomesAreThoseThatDuckDbCounts() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM disputes AS d FULL JOIN standing(DATE '2026-06-30') AS s USING (dispute_id)
        WHERE d.outcome IS DISTINCT FROM s.outcome""");
    assertThat(duckDb.count("SELECT count(DISTINCT outcome) FROM disputes")).isEqualTo(7);
  }

  @Test
  void outcomesAddUpToTheDisputes() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM outcomes
        WHERE dispute_count <> resolved_by_seller_count + decided_count + withdrawn_count + open_count
           OR decided_count <> seller_favour_count + buyer_favour_count + partial_count + marketplace_paid_count
           OR disputed_transaction_count > dispute_count""");
    assertThat(duckDb.count("SELECT sum(dispute_count) FROM outcomes"))
        .isEqualTo(duckDb.count("SELECT count(*) FROM disputes"))
        .isEqualTo(duckDb.count("SELECT count(*) FROM opened_disputes(DATE '2026-06-30')"));
  }

  @Test
  void adjustedDisputesAreThoseThatDuckDbCounts() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM disputes AS d FULL JOIN known_disputes(DATE '2026-06-30') AS r USING (dispute_id)
        WHERE d.is_adjusted IS DISTINCT FROM r.is_adjusted
           OR (d.adjusted_at IS NULL) = d.is_adjusted OR (d.adjustment_reason IS NULL) = d.is_adjusted""");
    assertNoRows(
        """
        SELECT seller_id, c.cause, c.adjusted_count, r.n FROM seller_causes AS c
        FULL JOIN (
          SELECT seller_id, cause, count(*) AS n FROM known_disputes(DATE '2026-06-30')
          WHERE is_adjusted AND ordered_date BETWEEN DATE '2026-04-02' AND DATE '2026-06-30' GROUP BY ALL) AS r
        USING (seller_id, cause) WHERE coalesce(c.adjusted_count, -1) <> coalesce(r.n, 0)""");
    assertThat(duckDb.count("SELECT sum(adjusted_count) FROM outcomes"))
        .isEqualTo(duckDb.count("SELECT count(*) FROM disputes WHERE is_adjusted"))
        .isBetween(50L, duckDb.count("SELECT count(*) FROM disputes") / 2);
  }

  /** Of sellers the last 14 weeks of causes with 5 disputed orders in these and the week before. */
  @Test
  void trendsAreThoseThatDuckDbCounts() throws SQLException {
    assertNoRows(
        """
        WITH recent AS (
          SELECT scope, scope_id, cause FROM opened_by_week(DATE '2026-06-30')
          WHERE week_start_date >= DATE '2026-03-23' GROUP BY ALL HAVING sum(disputed_order_count) >= 5),
        counted AS (
          FROM opened_by_week(DATE '2026-06-30')
          WHERE scope <> 'SELLER' OR week_start_date >= DATE '2026-03-30'
            AND (scope, scope_id, cause) IN (FROM recent))
        SELECT * FROM trends AS t FULL JOIN counted AS c USING (scope, scope_id, cause, week_start_date)
        LEFT JOIN sold_by_week(DATE '2026-06-30') AS s USING (scope, scope_id, week_start_date)
        WHERE t.dispute_count IS DISTINCT FROM coalesce(c.dispute_count, 0)
           OR t.disputed_order_count IS DISTINCT FROM coalesce(c.disputed_order_count, 0)
           OR t.transaction_count IS DISTINCT FROM coalesce(s.transaction_count, 0)""");
    assertThat(duckDb.count("SELECT count(*) FROM trends WHERE scope = 'SELLER'")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARKETPLACE", "CATEGORY"})
  void trendsAddUpToTheDisputes(String scope) throws SQLException {
    assertThat(
            duckDb.count(
                "SELECT sum(dispute_count) FROM trends WHERE scope = '%s'".formatted(scope)))
        .isEqualTo(duckDb.count("SELECT count(*) FROM disputes"));
  }

  @Test
  void trendsHaveEveryWeekFromTheFirstOfTheirScope() throws SQLException {
    assertNoRows(
        """
        SELECT scope, scope_id, cause FROM trends GROUP BY ALL
        HAVING count(*) * 7 <> max(week_start_date) - min(week_start_date) + 7
            OR max(week_start_date) <> DATE '2026-06-29'
            OR scope = 'MARKETPLACE' AND min(week_start_date) <> DATE '2025-12-29'
            OR count(*) FILTER (NOT is_complete) <> 1""");
  }

  @Test
  void usualsAreThoseThatDuckDbCounts() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM (
          SELECT *, list(disputed_order_count) OVER weeks AS past,
            row_number() OVER (PARTITION BY scope, scope_id, cause ORDER BY week_start_date) AS place
          FROM trends WHERE scope <> 'SELLER'
          WINDOW weeks AS (PARTITION BY scope, scope_id, cause ORDER BY week_start_date ROWS BETWEEN 27 PRECEDING AND 2 PRECEDING))
        WHERE past_week_count IS DISTINCT FROM
            CASE WHEN place >= 16 THEN len(past) - (place <= 28)::INT END
           OR past_disputed_order_count IS DISTINCT FROM
            CASE WHEN place >= 16 THEN list_sum(past[1 + (place <= 28)::INT:]) END
           OR abs(expected_count - (past_disputed_order_count + 1) / past_week_count
               * CASE WHEN is_complete THEN 1 ELSE 2 / 7 END) > 1e-12
           OR (week_p_value IS NULL) <> (past_week_count IS NULL OR NOT is_complete)
           OR alarm IS NOT NULL AND (NOT is_complete OR dispute_count = 0)""");
    assertThat(duckDb.count("SELECT count(week_p_value) FROM trends")).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "seller_scorecards, dispute_rate",
    "seller_scorecards, ratio",
    "seller_scorecards, escalation_rate",
    "seller_scorecards, win_rate",
    "seller_scorecards, previous_dispute_rate",
    "seller_scorecards, previous_ratio",
    "category_benchmarks, rate",
    "program_bounds, rate",
    "fairness, observed_share",
    "fairness, share_difference"
  })
  void everyIntervalContainsItsEstimate(String mart, String column) throws SQLException {
    assertNoRows(
        "SELECT %2$s, %2$s_low, %2$s_high FROM %1$s WHERE NOT (%2$s BETWEEN %2$s_low AND %2$s_high)"
            .formatted(mart, column));
    assertThat(duckDb.count("SELECT count(%s_low) FROM %s".formatted(column, mart))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("marts")
  void noNumberIsNotANumberOrInfinite(Contract<?> mart) throws SQLException {
    for (Field field : mart.fields()) {
      if (field.type() == Scalar.DOUBLE) {
        assertNoRows(
            "SELECT %2$s FROM %1$s WHERE isnan(%2$s) OR isinf(%2$s)"
                .formatted(mart.name(), field.name()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("marts")
  void keyTellsRowsApart(Contract<?> mart) throws SQLException {
    String key = String.join(", ", mart.key().stream().map(Field::name).toList());

    assertNoRows(
        "SELECT %1$s FROM %2$s GROUP BY %1$s HAVING count(*) > 1".formatted(key, mart.name()));
  }

  @ParameterizedTest
  @CsvSource({
    "scorecard_surroundings, seller_scorecards, seller_id",
    "program_counts, program_bounds, 'seller_id, program, metric'",
    "counted_dates, daily_counts, counted_date",
    "decided_groups, fairness, 'group_dimension, group_value, outcome'"
  })
  void surroundingsAreThoseThatDuckDbCounts(String table, String mart, String key)
      throws IOException, SQLException {
    duckDb.execute(resource("recount-surroundings.sql"));

    assertNoRows("SELECT * FROM %1$s ANTI JOIN %2$s USING (%3$s)".formatted(table, mart, key));
    for (List<@Nullable Object> column :
        duckDb.rows("SELECT column_name FROM (DESCRIBE %s)".formatted(table))) {
      assertNoRows(
          """
          SELECT %3$s, m.%4$s, r.%4$s FROM %2$s AS m JOIN %1$s AS r USING (%3$s)
          WHERE (m.%4$s IS NULL) <> (r.%4$s IS NULL)
             OR m.%4$s <> r.%4$s AND coalesce(abs(TRY_CAST(m.%4$s AS DOUBLE) - TRY_CAST(r.%4$s AS DOUBLE)), 1) > 1e-12"""
              .formatted(table, mart, key, column.get(0)));
      assertThat(duckDb.count("SELECT count(%s) FROM %s".formatted(column.get(0), table)))
          .isPositive();
    }
  }

  static List<Contract<?>> marts() {
    return MartContracts.ALL;
  }

  private void assertNoRows(String query) throws SQLException {
    assertThat(duckDb.rows(query + " LIMIT 5")).as(query).isEmpty();
  }

  private String batches(String dataset, int... numbers) {
    StringBuilder list = new StringBuilder("[");
    for (int number : numbers) {
      list.append("'%s/*.parquet',".formatted(lake.batch(dataset, number)));
    }
    return list.append("], hive_partitioning = false").toString();
  }

  private static String duckDbType(Scalar type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
      case DECIMAL -> "DECIMAL(18,4)";
      case INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE -> type.name().toUpperCase(Locale.ROOT);
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(VersionBuildTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
