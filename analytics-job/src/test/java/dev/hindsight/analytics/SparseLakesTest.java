package dev.hindsight.analytics;

import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SparseLakesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-31");
  private static final VersionName VERSION = new VersionName(AS_OF, 3);

  @TempDir private Path folder = Path.of("");

  private final SparkSession spark;

  SparseLakesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void lakeWithoutLandedFilesMakesAnEmptyButCompleteVersion() throws IOException, SQLException {
    Path candidate = version(new Lake(folder.resolve("lake")));

    assertThat(candidate.resolve("_version.json"))
        .content()
        .contains("\"reporting_currency\" : \"XXX\"");
    assertThat(candidate.resolve("views.sql")).exists();
    try (DuckDb duckDb = new DuckDb()) {
      for (Contract<?> mart : MartContracts.ALL) {
        assertThat(duckDb.count("SELECT count(*) FROM " + files(candidate, mart))).isZero();
        assertThat(
                duckDb.count(
                    "SELECT count(*) FROM (DESCRIBE FROM %s)".formatted(files(candidate, mart))))
            .isEqualTo(mart.fields().size());
      }
    }
  }

  @Test
  void disputesWithoutTransactionsHaveCountsAndOutcomesButNoRates()
      throws IOException, SQLException {
    Lake lake = new Lake(folder.resolve("lake"));
    new LandedLake(spark, lake)
        .land(
            1,
            DisputeEvent.CONTRACT,
            EventExample.all(
                anEvent("d-1", EventType.OPENED).cause("DEFECTIVE").about("t-1").amount("9", "USD"),
                anEvent("d-1", EventType.DECIDED).outcome(Outcome.SELLER_FAVOUR),
                anEvent("d-2", EventType.OPENED).cause("DEFECTIVE").category("toys")));

    Path candidate = version(lake);

    assertThat(candidate.resolve("_version.json"))
        .content()
        .contains("\"reporting_currency\" : \"USD\"");
    try (DuckDb duckDb = new DuckDb()) {
      duckDb.execute("CREATE VIEW cards AS FROM " + files(candidate, SellerScorecard.CONTRACT));
      assertThat(
              duckDb.rows(
                  """
                  SELECT opened_dispute_count, win_rate, transaction_count, dispute_rate, dispute_activity,
                    expected_count, ratio FROM cards"""))
          .containsExactly(java.util.Arrays.asList(2L, 1.0, 0L, null, null, null, null));
      assertThat(
              duckDb.count(
                  "SELECT sum(dispute_count) FROM " + files(candidate, OutcomeCounts.CONTRACT)))
          .isEqualTo(2);
      assertThat(
              duckDb.count("SELECT count(*) FROM " + files(candidate, CategoryBenchmark.CONTRACT)))
          .isZero();
      assertThat(
              duckDb.rows("SELECT unmatched_count FROM " + files(candidate, SellerReport.CONTRACT)))
          .containsExactly(List.of(2L));
    }
  }

  /** A candidate folder, with remains of an attempt that was killed. */
  private Path version(Lake lake) throws IOException {
    Path candidate = lake.work().resolve("candidate");
    Path remains = candidate.resolve("disputes").resolve("disputes-2026-01-31.3-7.parquet");
    Files.createDirectories(candidate.resolve("disputes"));
    Files.writeString(remains, "half a file");
    AnalysisSettings settings = new AnalysisSettings(AS_OF, 90, null, ZoneId.of("UTC"));

    new VersionBuild(spark, lake, settings).writeTo(candidate, VERSION);

    assertThat(remains).doesNotExist();
    return candidate;
  }

  private static String files(Path candidate, Contract<?> mart) {
    return "'%s/*.parquet'".formatted(candidate.resolve(mart.name()));
  }
}
