package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three versions in a row of a marketplace of 40 ordinary sellers and 4 bad ones, half of whom are
 * held out, and the last of them made again; the first is removed before.
 */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviceVersionsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-31");
  private static final LocalDate SECOND = FIRST.plusDays(20);
  private static final LocalDate THIRD = FIRST.plusDays(35);
  private static final int WINDOW_DAYS = 28;
  private static final int SELLERS = 44;
  private static final int BAD_SELLERS = 4;
  private static final AdviceHoldout HOLDOUT = new AdviceHoldout(0.5, "spring");
  private static final List<Contract<?>> MARTS =
      List.of(
          AdviceOutcome.CONTRACT,
          AdviceEffect.CONTRACT,
          Dispute.CONTRACT,
          Recommendation.CONTRACT,
          SellerCause.CONTRACT,
          SellerReport.CONTRACT);

  private final SparkSession spark;
  private final DuckDb duckDb = new DuckDb();
  private Lake lake = new Lake(Path.of(""));

  AdviceVersionsTest(SparkSession spark) throws SQLException {
    this.spark = spark;
  }

  @BeforeAll
  void buildVersions(@TempDir Path folder) throws IOException, SQLException {
    lake = new Lake(folder.resolve("lake"));
    land();
    build("first", FIRST);
    build("second", SECOND);
    DurableFiles.deleteTree(lake.version(new VersionName(FIRST, 1)));
    build("third", THIRD);
    build("again", THIRD);
  }

  @AfterAll
  void closeDuckDb() throws SQLException {
    duckDb.close();
  }

  @Test
  void everyBadSellerIsAnEpisodeAndTheHashSaysWhoIsHeldOut() throws SQLException {
    assertNoRows(
        """
        SELECT * FROM first_advice_outcomes
        WHERE cause <> 'DEFECTIVE' OR seller_id NOT LIKE 'bad%' OR found_date <> DATE '2026-03-31'
           OR is_advised <> (not_advised_reason IS NULL) OR followed_day_count <> 0
           OR coalesce(not_advised_reason, '') <> CASE
             WHEN seller_id = 'bad-0' THEN 'NO_ADDRESS'
             WHEN ('0x' || left(sha256('spring:' || seller_id), 8))::BIGINT < 0.5 * pow(2, 32) THEN 'HELD_OUT'
             ELSE '' END""");
    assertThat(
            duckDb.rows(
                "SELECT coalesce(not_advised_reason, 'advised'), count(*) FROM first_advice_outcomes GROUP BY ALL ORDER BY 1"))
        .extracting(row -> row.get(0))
        .containsExactly("HELD_OUT", "NO_ADDRESS", "advised");
    assertThat(duckDb.count("SELECT count(*) FROM first_advice_outcomes")).isEqualTo(BAD_SELLERS);
  }

  @Test
  void whoIsHeldOutKeepsTheFindingAndGetsNoAdvice() throws SQLException {
    String heldOut =
        "SELECT seller_id FROM first_advice_outcomes WHERE not_advised_reason = 'HELD_OUT'";

    assertNoRows("SELECT * FROM first_recommendations WHERE seller_id IN (%s)".formatted(heldOut));
    assertNoRows(
        "SELECT seller_id FROM first_seller_reports WHERE len(tasks) > 0 AND seller_id IN (%s)"
            .formatted(heldOut));
    assertNoRows(
        "SELECT seller_id FROM first_seller_causes WHERE NOT is_confirmed AND cause = 'DEFECTIVE' AND seller_id IN (%s)"
            .formatted(heldOut));
    assertThat(
            duckDb.count(
                "SELECT count(*) FROM first_recommendations SEMI JOIN first_advice_outcomes USING (seller_id, cause)"))
        .isPositive();
    assertThat(
            duckDb.count(
                "SELECT count(*) FROM first_seller_reports JOIN first_advice_outcomes USING (seller_id) WHERE is_advised AND len(tasks) > 0"))
        .isPositive();
  }

  @Test
  void episodesAreFollowedFromVersionToVersion() throws SQLException {
    assertThat(duckDb.count("SELECT count(*) FROM second_advice_outcomes")).isEqualTo(BAD_SELLERS);
    assertNoRows(
        """
        SELECT seller_id, o.observed_count, r.observed_count FROM second_advice_outcomes AS o
        LEFT JOIN (
          SELECT seller_id, count(*) AS observed_count FROM second_disputes
          WHERE ordered_date BETWEEN DATE '2026-04-08' AND DATE '2026-04-20' GROUP BY seller_id) AS r
          USING (seller_id)
        WHERE is_complete OR found_date <> DATE '2026-03-31' OR followed_day_count <> 13
           OR transaction_count <> 3 * 13 OR o.observed_count IS DISTINCT FROM r.observed_count
           OR expected_count <= 0 OR forecast_ratio NOT BETWEEN forecast_ratio_low AND forecast_ratio_high""");
  }

  @Test
  void completeEpisodesStayAndWhatIsStillFoundBeginsAnother() throws SQLException {
    assertThat(
            duckDb.rows(
                """
                SELECT found_date::VARCHAR, is_complete, followed_day_count, count(*)
                FROM third_advice_outcomes GROUP BY ALL ORDER BY 1"""))
        .isEqualTo(
            List.of(
                List.<Object>of("2026-03-31", true, 28, (long) BAD_SELLERS),
                List.<Object>of("2026-05-05", false, 0, (long) BAD_SELLERS)));
  }

  @Test
  void effectsCountTheCompleteEpisodesAndSayThatTheyAreTooFew() throws SQLException {
    List<List<@Nullable Object>> effects =
        duckDb.rows(
            """
            SELECT cause, compared_with, is_random, advised_pair_count + not_advised_pair_count, comparison
            FROM third_advice_effects ORDER BY ALL""");

    assertThat(effects)
        .extracting(row -> row.get(0))
        .containsExactly("*", "*", "DEFECTIVE", "DEFECTIVE");
    assertThat(effects).extracting(row -> row.get(4)).containsOnly("NO_COMPARISON");
    // All but the seller without an address.
    assertThat(effects.get(0).subList(1, 4)).containsExactly("HELD_OUT", true, BAD_SELLERS - 1L);
    assertNoRows(
        "SELECT * FROM second_advice_effects WHERE advised_pair_count > 0 OR advised_running_count = 0");
  }

  @Test
  void versionMadeAgainHasTheSameRows() throws SQLException {
    for (Contract<?> mart : List.of(AdviceOutcome.CONTRACT, AdviceEffect.CONTRACT)) {
      String third = rounded(mart) + " FROM third_" + mart.name();
      String again = rounded(mart) + " FROM again_" + mart.name();
      assertNoRows(third + " EXCEPT ALL " + again);
      assertNoRows(again + " EXCEPT ALL " + third);
    }
  }

  /** Doubles are added up in no order that is sure. */
  private static String rounded(Contract<?> mart) {
    return mart.fields().stream()
        .map(
            field ->
                field.type() == Scalar.DOUBLE
                    ? "round(%1$s, 9) AS %1$s".formatted(field.name())
                    : field.name())
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  @Test
  void manifestSaysWhoWasHeldOut() throws IOException {
    assertThat(
            Files.readString(
                lake.version(new VersionName(THIRD, 2)).resolve(Lake.VERSION_MANIFEST)))
        .contains("\"share\" : 0.5", "\"salt\" : \"spring\"");
  }

  /** Three orders a day; one in twenty is disputed, at bad sellers two in five. */
  private void land() throws IOException {
    List<Transaction> transactions = new ArrayList<>();
    List<DisputeEvent> events = new ArrayList<>();
    List<Seller> sellers = new ArrayList<>();
    for (int number = 0; number < SELLERS; number++) {
      boolean isBad = number < BAD_SELLERS;
      String seller = (isBad ? "bad-" : "ordinary-") + number;
      sellers.add(
          (number == 0 ? aSeller(seller) : aSeller(seller).email(seller + "@shop.example"))
              .build());
      int order = number;
      for (LocalDate day = FIRST.minusDays(70); !day.isAfter(THIRD); day = day.plusDays(1)) {
        for (int hour = 8; hour < 11; hour++) {
          String id = seller + "/" + order;
          String at = day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC).toString();
          transactions.add(aTransaction(id).seller(seller).at(at).build());
          if (isBad ? order % 5 < 2 : order % 20 == 0) {
            events.add(
                anEvent("of " + id, EventType.OPENED)
                    .cause("DEFECTIVE")
                    .about(id)
                    .seller(seller)
                    .at(at)
                    .build());
          }
          order++;
        }
      }
    }
    LandedLake landed = new LandedLake(spark, lake);
    landed.land(1, Transaction.CONTRACT, transactions);
    landed.land(2, DisputeEvent.CONTRACT, events);
    landed.land(3, Seller.CONTRACT, sellers);
  }

  private void build(String name, LocalDate asOf) throws IOException, SQLException {
    VersionName version = new Versions(lake).next(asOf);
    AnalysisSettings settings =
        new AnalysisSettings(asOf, WINDOW_DAYS, null, ZoneId.of("UTC"), HOLDOUT, false);
    new VersionBuild(spark, lake, settings).publish();
    for (Contract<?> mart : MARTS) {
      duckDb.execute(
          "CREATE TABLE %s_%s AS FROM '%s/*.parquet'"
              .formatted(name, mart.name(), lake.version(version).resolve(mart.name())));
    }
  }

  private void assertNoRows(String query) throws SQLException {
    assertThat(duckDb.rows(query + " LIMIT 5")).as(query).isEmpty();
  }
}
