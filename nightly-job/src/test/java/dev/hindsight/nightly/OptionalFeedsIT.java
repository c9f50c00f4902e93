package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over the sample, with objections, unsubscriptions and bounces beside it. */
class OptionalFeedsIT {
  private static final Path SAMPLE =
      Path.of("..", "sample-data", "landing").toAbsolutePath().normalize();
  private static final String AS_OF = "2026-06-30";

  private static Path folder = Path.of("");
  private static Path landing = Path.of("");
  private static Lake lake = new Lake(Path.of(""));
  private static List<String> adjusted = List.of();

  /** Objects, with success, to everything that s-062 was ever told to be late. */
  @BeforeAll
  static void oneNight(@TempDir Path shared) throws Exception {
    folder = shared;
    lake = new Lake(folder.resolve("lake"));
    landing = Files.createDirectories(folder.resolve("landing"));
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, landing.resolve(file.getFileName()));
      }
    }
    try (IndependentCount before = IndependentCount.of(SAMPLE, AS_OF, 90)) {
      adjusted =
          before.texts(
              "SELECT dispute_id FROM disputes_as_of(DATE '2026-06-30')"
                  + " WHERE seller_id = 's-062' AND cause = 'LATE_DELIVERY' ORDER BY 1");
    }
    Files.writeString(
        landing.resolve("adjustments-1.csv"),
        adjusted.stream()
            .map(dispute -> dispute + ",CARRIER_STRIKE,2026-06-30T12:00:00Z\n")
            .collect(
                Collectors.joining(
                    "", "dispute_id,reason,decided_at\n", "d-0,OTHER,2026-06-01T00:00:00Z\n")));
    // A later row of a dispute replaces the earlier one: this one is accepted after the date.
    Files.writeString(
        landing.resolve("adjustments-2.csv"),
        "dispute_id,reason,decided_at\n"
            + adjusted.get(0)
            + ",SECOND_THOUGHT,2026-07-02T00:00:00Z\n");
    Files.writeString(
        landing.resolve("bounces.csv"),
        "email,status,bounced_at\nann@shop.example,5.1.1,2026-06-30T12:00:00Z\n");
    Files.writeString(
        landing.resolve("unsubscribes.csv"),
        "seller_id,unsubscribed_at\ns-001,2026-06-30T12:00:00Z\n");
    ProgramRun night = ProgramRun.of(folder, "nightly", "--landing", landing);
    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out())
        .contains("17 landed", "adjustments, 1 unsubscribes, 1 bounces)")
        .contains("2026-06-30.1: the 90 days to 2026-06-30");
  }

  @Test
  void martsAreWhatDuckDbCountsInTheCsvFiles() throws IOException, SQLException {
    try (IndependentCount count = IndependentCount.of(landing, AS_OF, 90)) {
      assertThat(
              count.differences("independent_scorecards", mart("seller_scorecards"), "seller_id"))
          .isEmpty();
      assertThat(
              count.differences(
                  "independent_outcomes",
                  mart("outcomes"),
                  "seller_id",
                  "category",
                  "cause",
                  "opened_month"))
          .isEmpty();
      assertThat(count.texts("SELECT sum(adjusted_count) FROM independent_outcomes"))
          .containsExactly(String.valueOf(adjusted.size() - 1));
    }
  }

  /** Without the adjustments 41 are observed; the previous window ended before their time. */
  @Test
  void whatIsAdjustedIsInTheTotalsAndNotObserved() throws IOException, InterruptedException {
    ProgramRun sql =
        ProgramRun.of(
            folder,
            "sql",
            "--format",
            "csv",
            "SELECT s.observed_count, s.adjusted_count, s.disputed_transaction_count,"
                + " s.previous_observed_count, s.previous_adjusted_count, c.observed_count,"
                + " c.adjusted_count FROM seller_scorecards AS s JOIN seller_causes AS c USING (seller_id)"
                + " WHERE seller_id = 's-062' AND c.cause = 'LATE_DELIVERY'");

    assertThat(sql.exitCode()).as(sql.err()).isZero();
    assertThat(sql.out().lines().skip(1)).containsExactly("17,33,55,29,0,0,33");
  }

  @Test
  void anAdjustmentOfAnUnknownDisputeIsTold() throws IOException {
    assertThat(Files.readString(lake.work().resolve("spark.log")))
        .contains("Adjustments of disputes that no log has: 1");
  }

  @Test
  void everyFeedIsAView() throws IOException, InterruptedException {
    ProgramRun sql =
        ProgramRun.of(
            folder,
            "sql",
            "--format",
            "csv",
            "SELECT (SELECT count(*) FROM adjustments), (SELECT max(email) FROM bounces),"
                + " (SELECT max(seller_id) FROM unsubscribes)");

    assertThat(sql.out().lines().skip(1))
        .containsExactly((adjusted.size() + 1) + ",ann@shop.example,s-001");
  }

  private static Path mart(String name) {
    return lake.martsLink().resolve(name);
  }
}
