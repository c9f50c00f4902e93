package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program over the committed sample, from its distribution, each command in a process of
 * its own.
 */
class NightIT {
  private static final Path SAMPLE =
      Path.of("..", "sample-data", "landing").toAbsolutePath().normalize();

  /** What is inferred from the counts: golden numbers and analytics-job's own tests prove it. */
  private static final List<String> INFERRED =
      List.of(
          "broken_bound_count",
          "change_p_value",
          "near_bound_count",
          "p_value",
          "q_value",
          "rating",
          "shrunken_ratio",
          "shrunken_ratio_high",
          "shrunken_ratio_low",
          "spread");

  private static Path folder;
  private static ProgramRun night;
  private static Lake lake;

  @BeforeAll
  static void runTheNight(@TempDir Path ofAllTests) throws IOException, InterruptedException {
    folder = ofAllTests;
    lake = new Lake(folder.resolve("lake"));
    night = ProgramRun.of(folder, "nightly", "--landing", SAMPLE);
  }

  @Test
  void theNightEndsWellAndSaysWhatItDid() {
    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out())
        .contains("13 landed")
        .contains(
            "42,480 taken, 0 rejected (32,565 transactions, 9,851 dispute events, 64 sellers)")
        .contains("2026-06-30.1: the 90 days to 2026-06-30, sums in EUR")
        .contains("1,440 in all history; 64 sellers in the window")
        .contains("64 written, 3 of them for sellers without an address", "nothing was sent")
        .contains(lake.root().toString())
        .contains("Worth trying next:");
  }

  @Test
  void noReportTellsOfAnotherSeller() throws Exception {
    assertThat(
            ReportTexts.strangers(
                folder.resolve("outbox/2026-06-30.1"), ReportTexts.sellers(SAMPLE)))
        .isEmpty();
  }

  @Test
  void scorecardsAreWhatDuckDbCountsInTheCsvFiles() throws IOException, SQLException {
    try (IndependentCount count = IndependentCount.of(SAMPLE, "2026-06-30", 90)) {
      assertThat(
              count.differences("independent_scorecards", mart("seller_scorecards"), "seller_id"))
          .isEmpty();
      assertThat(count.uncountedColumns("independent_scorecards"))
          .containsExactlyElementsOf(INFERRED);
      assertThat(count.texts("SELECT count(*) FROM independent_scorecards")).containsExactly("64");
    }
  }

  @Test
  void outcomesAreWhatDuckDbCountsInTheCsvFiles() throws IOException, SQLException {
    try (IndependentCount count = IndependentCount.of(SAMPLE, "2026-06-30", 90)) {
      assertThat(
              count.differences(
                  "independent_outcomes",
                  mart("outcomes"),
                  "seller_id",
                  "category",
                  "cause",
                  "opened_month"))
          .isEmpty();
      assertThat(count.uncountedColumns("independent_outcomes")).isEmpty();
      assertThat(count.texts("SELECT sum(dispute_count) FROM independent_outcomes"))
          .containsExactly("1440");
    }
  }

  @Test
  void theSameNightAgainLandsNothingAndSaysSo() throws IOException, InterruptedException {
    ProgramRun again = ProgramRun.of(folder, "nightly", "--landing", SAMPLE);

    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .contains("nothing landed, and the version was made before")
        .contains("2026-06-30.1 (published before)");
    assertThat(new Versions(lake).all()).hasSize(1);
  }

  @Test
  void queriesAreAnsweredOverLandedDataAndMarts() throws IOException, InterruptedException {
    ProgramRun joined =
        ProgramRun.of(
            folder,
            "sql",
            "--format",
            "csv",
            "SELECT (SELECT count(*) FROM transactions) AS lines, (SELECT sum(dispute_count) FROM outcomes) AS disputes");

    assertThat(joined.exitCode()).as(joined.err()).isZero();
    assertThat(joined.out().lines()).containsExactly("lines,disputes", "32565,1440");
  }

  @Test
  void plainDuckDbReadsEveryMartThroughTheLink() throws SQLException {
    for (String mart :
        List.of(
            "disputes", "outcomes", "seller_scorecards", "category_benchmarks", "seller_reports")) {
      assertThat(
              count(
                  "SELECT count(*) FROM '%s/*.parquet'".formatted(lake.martsLink().resolve(mart))))
          .as(mart)
          .isPositive();
    }
  }

  @Test
  void theVersionsOwnViewScriptRunsInDuckDb() throws IOException, SQLException {
    Path script =
        lake.version(VersionName.parse("2026-06-30.1").orElseThrow()).resolve("views.sql");

    assertThat(count(Files.readString(script), "SELECT count(*) FROM sellers")).isEqualTo(64);
  }

  @Test
  void whatWasPlantedIsConfirmedAndNobodyElseIsFlagged() throws SQLException {
    String findings = "SELECT seller_id, cause FROM %s WHERE %s ORDER BY ALL";
    List<String> planted = rows("SELECT seller_id, cause FROM %s ORDER BY ALL", answerKey());

    assertThat(planted).hasSize(4);
    assertThat(rows(findings, files("seller_causes"), "is_confirmed")).isEqualTo(planted);
    assertThat(rows(findings, files("seller_causes"), "is_flagged")).isEqualTo(planted);
  }

  @Test
  void whatCarriesAPlantedProblemIsTheFirstDriver() throws SQLException {
    assertThat(
            rows(
                "SELECT seller_id, cause, dimension, dimension_value FROM %s WHERE driver_rank = 1 ORDER BY ALL",
                files("drivers")))
        .isEqualTo(
            rows(
                "SELECT seller_id, cause, upper(driver_dimension) AS dimension, driver_value AS dimension_value FROM %s WHERE driver_dimension <> 'none' ORDER BY ALL",
                answerKey()));
  }

  @Test
  void everyPlantedSellerIsAdvisedOnItsProblem() throws SQLException {
    assertThat(
            rows(
                "SELECT seller_id, cause, dimension, dimension_value FROM %s WHERE recommendation_rank = 1 ORDER BY ALL",
                files("recommendations")))
        .isEqualTo(
            rows(
                "SELECT seller_id, cause, nullif(upper(driver_dimension), 'NONE') AS dimension, driver_value AS dimension_value FROM %s ORDER BY ALL",
                answerKey()));
  }

  /** The sample's version is the first: nothing is compared with an earlier one. */
  @Test
  void theCookbooksQuestionsAreAnswered() throws IOException, SQLException {
    String views =
        Files.readString(
            lake.version(VersionName.parse("2026-06-30.1").orElseThrow()).resolve("views.sql"));
    List<String> queries =
        Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "docs", "cookbook.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(queries).hasSize(14);
    for (String query : queries) {
      long rows = count(views, "SELECT count(*) FROM (%s)".formatted(query));
      if (Stream.of("advice_effects", "restatements")
          .noneMatch(mart -> query.contains("FROM " + mart))) {
        assertThat(rows).as(query).isPositive();
      }
    }
  }

  @Test
  void everyAddressedSellerHasAMessageAndTheOthersAreListed() throws IOException {
    Path reports = folder.resolve("outbox").resolve("2026-06-30.1");

    assertThat(files(reports, ".eml")).hasSize(61);
    assertThat(files(reports, ".html")).hasSize(66);
    assertThat(Files.readString(reports.resolve("index.html"))).contains("s-011", "s-034", "s-057");
  }

  @Test
  void aReportOfThePlantedSellerNamesItsCause() throws IOException, InterruptedException {
    ProgramRun preview = ProgramRun.of(folder, "preview", "s-062");

    assertThat(preview.exitCode()).as(preview.err()).isZero();
    assertThat(Files.readString(Path.of(preview.out().strip()))).contains("llegó tarde", "Bluevan");
  }

  @Test
  void aNewFileLandsAlone(@TempDir Path other) throws IOException, InterruptedException {
    Path landing = Files.createDirectories(other.resolve("landing"));
    copySample(landing, "transactions-2026-01.csv", "dispute-events-2026-01.csv");
    ProgramRun first = ProgramRun.of(other, "ingest", "--landing", landing);
    copySample(landing, "transactions-2026-02.csv");

    ProgramRun second = ProgramRun.of(other, "ingest", "--landing", landing);

    assertThat(first.out()).contains("2 landed, 0 known already");
    assertThat(second.out())
        .contains("1 landed, 2 known already")
        .contains("4,997 taken, 0 rejected");
  }

  @Test
  void aBrokenFileIsRefusedAndTheOthersLand(@TempDir Path other)
      throws IOException, InterruptedException {
    Path landing = Files.createDirectories(other.resolve("landing"));
    copySample(landing, "sellers.csv", "transactions-2026-01.csv");
    Files.writeString(landing.resolve("transactions-broken.csv"), "transaction_id,order_id\n1,2\n");

    ProgramRun run = ProgramRun.of(other, "ingest", "--landing", landing);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("2 landed")
        .contains("refused")
        .contains("transactions-broken.csv");
    assertThat(run.err()).doesNotContain("\tat ").contains("(hindsight rejects)");
  }

  @Test
  void whoeverComesSecondIsToldWhoHoldsTheLake(@TempDir Path other)
      throws IOException, InterruptedException {
    try (LakeLock held = LakeLock.take(new Lake(other.resolve("lake")), "the first run")) {
      ProgramRun second = ProgramRun.of(other, "ingest", "--landing", SAMPLE);

      assertThat(held).isNotNull();
      assertThat(second.exitCode()).isEqualTo(4);
      assertThat(second.err()).contains("is held by the first run").doesNotContain("\tat ");
    }
  }

  @Test
  void mistakesOfUsageAreOneLineAndMakeNoLake(@TempDir Path other)
      throws IOException, InterruptedException {
    Path notAFolder = Files.writeString(other.resolve("file"), "");

    assertMistake(other, "nowhere", "nightly", "--landing", other.resolve("nowhere"));
    assertMistake(
        other,
        "cannot be written",
        "nightly",
        "--landing",
        SAMPLE,
        "--lake",
        notAFolder.resolve("lake"));
    assertMistake(other, "--landing", "nightly", "--landign", SAMPLE);
    assertMistake(other, "'2026-02-30' is no date", "nightly", "--as-of", "2026-02-30");
    assertThat(other.resolve("lake")).doesNotExist();
  }

  private static void assertMistake(Path folder, String says, Object... arguments)
      throws IOException, InterruptedException {
    ProgramRun run = ProgramRun.of(folder, arguments);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hindsight: ")
        .contains(says);
    assertThat(run.out()).isEmpty();
  }

  private static Path mart(String name) {
    return lake.martsLink().resolve(name);
  }

  private static void copySample(Path landing, String... names) throws IOException {
    for (String name : names) {
      Files.copy(SAMPLE.resolve(name), landing.resolve(name));
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static String files(String mart) {
    return "'%s/*.parquet'".formatted(mart(mart));
  }

  /** What the program never reads. */
  private static String answerKey() {
    return "read_csv('%s')".formatted(SAMPLE.resolveSibling("answer-key.csv"));
  }

  /** The rows of a query as texts. */
  private static List<String> rows(String query, Object... parts) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT row::VARCHAR FROM (%s) AS row".formatted(query.formatted(parts)))) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static long count(String... statements) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      for (int i = 0; i < statements.length - 1; i++) {
        statement.execute(statements[i]);
      }
      try (ResultSet rows = statement.executeQuery(statements[statements.length - 1])) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
