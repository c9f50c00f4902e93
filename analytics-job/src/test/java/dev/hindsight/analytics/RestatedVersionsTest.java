package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four versions of a small lake: the first; the same date once a late and a corrected file have
 * landed; the next night, with nothing but its own day; and that night by another time zone.
 */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestatedVersionsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final SparkSession spark;
  private Lake lake = new Lake(Path.of(""));

  RestatedVersionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void makeVersions(@TempDir Path folder) throws IOException {
    lake = new Lake(folder.resolve("lake"));
    LandedLake landed = new LandedLake(spark, lake);
    landed.land(1, Transaction.CONTRACT, orders(sold("t-5", "03"), sold("t-6", "03")));
    landed.land(2, DisputeEvent.CONTRACT, firstEvents());
    make("2026-06-10", UTC);
    landed.land(3, DisputeEvent.CONTRACT, lateEvents());
    landed.land(4, 1, Transaction.CONTRACT, orders(sold("t-5", "03").amount("12.50", "EUR")));
    landed.land(7, Adjustment.CONTRACT, List.of(accepted("d-2", "09"), accepted("d-1", "11")));
    make("2026-06-10", UTC);
    landed.land(5, Transaction.CONTRACT, TransactionExample.all(sold("t-7", "11")));
    landed.land(6, DisputeEvent.CONTRACT, eventsOfTheNextDay());
    make("2026-06-11", UTC);
    make("2026-06-11", ZoneId.of("Europe/Berlin"));
  }

  @Test
  void firstVersionRestatesNothingAndIsComparedWithNothing() throws IOException, SQLException {
    assertThat(comparison("2026-06-10.1")).isNull();
    assertThat(restatements("2026-06-10.1")).isEmpty();
  }

  @Test
  void lateAndCorrectedFilesAreToldByDateAndMeasure() throws IOException, SQLException {
    assertThat(restatements("2026-06-10.2"))
        .containsExactly(
            "2026-06-02 DISPUTED_ORDERS 1 +1 +0 = 2",
            "2026-06-02 DISPUTED_TRANSACTIONS 1 +1 +0 = 2",
            "2026-06-03 ADJUSTED_DISPUTES 0 +1 +0 = 1",
            "2026-06-03 DECIDED_DISPUTES 0 +1 +0 = 1",
            "2026-06-03 EVENTS 2 +1 +0 = 3",
            "2026-06-03 OPENED_DISPUTES 2 +1 +0 = 3, EUR 20.0000 +10.0000 +0.0000 = 30.0000",
            "2026-06-03 TRANSACTIONS 2 -1 +0 = 1, EUR 20.0000 -7.5000 +0.0000 = 12.5000",
            "2026-06-03 WON_DISPUTES 0 +1 +0 = 1",
            "2026-06-05 EVENTS 0 +1 +0 = 1");
    assertThat(comparison("2026-06-10.2")).isEqualTo(new Comparison("2026-06-10.1", null, 3));
  }

  @Test
  void nightWithNothingButItsOwnDayRestatesNothingWhilePastDatesGrow()
      throws IOException, SQLException {
    assertThat(restatements("2026-06-11.1"))
        .containsExactly(
            "2026-06-02 DISPUTED_ORDERS 2 +0 +1 = 3",
            "2026-06-02 DISPUTED_TRANSACTIONS 2 +0 +1 = 3",
            "2026-06-03 ADJUSTED_DISPUTES 1 +0 +1 = 2",
            "2026-06-03 OPEN_DISPUTES 2 +0 -1 = 1",
            "2026-06-03 REFUNDED_DISPUTES 0 +0 +1 = 1, EUR 0.0000 +0.0000 +4.0000 = 4.0000");
    assertThat(comparison("2026-06-11.1")).isEqualTo(new Comparison("2026-06-10.2", null, 0));
  }

  @Test
  void versionByOtherDatesIsNotComparedAndSaysWhy() throws IOException, SQLException {
    assertThat(comparison("2026-06-11.2"))
        .isEqualTo(
            new Comparison(
                "2026-06-11.1", "it counts by the dates of UTC, not of Europe/Berlin", 0));
    assertThat(restatements("2026-06-11.2")).isEmpty();
  }

  /** From the disputes of both versions alone, without the daily counts. */
  @ParameterizedTest
  @CsvSource({"2026-06-10.1, 2026-06-10.2, 6", "2026-06-10.2, 2026-06-11.1, 5"})
  void changesOfDisputesAreThoseBetweenTheDisputesOfBothVersions(
      String earlier, String current, int changes) throws IOException, SQLException {
    try (DuckDb duckDb = new DuckDb()) {
      duckDb.execute("CREATE VIEW earlier_disputes AS FROM " + mart(earlier, "disputes"));
      duckDb.execute("CREATE VIEW current_disputes AS FROM " + mart(current, "disputes"));
      duckDb.execute("CREATE VIEW restatements AS FROM " + mart(current, "restatements"));
      duckDb.execute(resource("recount-restatements.sql"));

      assertThat(duckDb.rows("FROM recounted EXCEPT FROM published")).isEmpty();
      assertThat(duckDb.rows("FROM published EXCEPT FROM recounted")).isEmpty();
      assertThat(duckDb.count("SELECT count(*) FROM published")).isEqualTo(changes);
    }
  }

  private List<Transaction> orders(TransactionExample... corrected) {
    TransactionExample[] all = new TransactionExample[4 + corrected.length];
    for (int line = 1; line <= 4; line++) {
      all[line - 1] = sold("t-" + line, "02");
    }
    System.arraycopy(corrected, 0, all, 4, corrected.length);
    return TransactionExample.all(all);
  }

  private static TransactionExample sold(String id, String day) {
    return aTransaction(id).at("2026-06-%sT08:00:00Z".formatted(day));
  }

  private static Adjustment accepted(String dispute, String day) {
    Instant decidedAt = Instant.parse("2026-06-%sT12:00:00Z".formatted(day));
    return new Adjustment(dispute, "CARRIER_STRIKE", decidedAt, 7, 2);
  }

  private static List<DisputeEvent> firstEvents() {
    return EventExample.all(opened("d-1", "t-1", "03"), opened("d-2", "t-unknown", "03"));
  }

  private static List<DisputeEvent> lateEvents() {
    return EventExample.all(
        opened("d-3", "t-3", "03"),
        anEvent("d-1", EventType.DECIDED)
            .at("2026-06-05T00:00:00Z")
            .outcome(Outcome.SELLER_FAVOUR));
  }

  private static List<DisputeEvent> eventsOfTheNextDay() {
    return EventExample.all(
        opened("d-4", "t-4", "11"),
        anEvent("d-2", EventType.REFUNDED).at("2026-06-11T09:00:00Z").amount("4.00", "EUR"),
        anEvent("d-2", EventType.CLOSED).at("2026-06-11T09:30:00Z"));
  }

  private static EventExample opened(String dispute, String transaction, String day) {
    return anEvent(dispute, EventType.OPENED)
        .at("2026-06-%sT12:00:00Z".formatted(day))
        .about(transaction)
        .cause("DEFECTIVE")
        .amount("10.00", "EUR");
  }

  private void make(String asOf, ZoneId zone) throws IOException {
    new VersionBuild(spark, lake, new AnalysisSettings(LocalDate.parse(asOf), 90, "EUR", zone))
        .publish();
  }

  private List<String> restatements(String version) throws SQLException {
    try (DuckDb duckDb = new DuckDb()) {
      return duckDb
          .rows(
              """
              SELECT format('{} {} {} {:+} {:+} = {}', counted_date::VARCHAR, measure, earlier_count, restated_count,
                  matured_count, current_count)
                || CASE WHEN currency IS NULL THEN '' ELSE format(', {} {} {}{} {}{} = {}', currency, earlier_amount::VARCHAR,
                  CASE WHEN restated_amount < 0 THEN '' ELSE '+' END, restated_amount::VARCHAR,
                  CASE WHEN matured_amount < 0 THEN '' ELSE '+' END, matured_amount::VARCHAR, current_amount::VARCHAR) END
              FROM %s ORDER BY counted_date, measure"""
                  .formatted(mart(version, "restatements")))
          .stream()
          .map(row -> String.valueOf(row.get(0)))
          .toList();
    }
  }

  private @Nullable Comparison comparison(String version) throws IOException {
    return SparkManifests.versionManifest(folder(version).resolve(Lake.VERSION_MANIFEST))
        .comparison();
  }

  private String mart(String version, String mart) {
    return "'%s/*.parquet'".formatted(folder(version).resolve(mart));
  }

  private Path folder(String version) {
    return lake.version(VersionName.parse(version).orElseThrow(NoSuchElementException::new));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RestatedVersionsTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
