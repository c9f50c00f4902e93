package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake ends with 2 and one line that says what and what to do. */
class WrongUsageTest {
  private final Path folder;
  private final Path lake;
  private final Path landing;

  WrongUsageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    lake = folder.resolve("lake");
    landing = Files.createDirectory(folder.resolve("landing"));
  }

  @Test
  void anUnknownOption() {
    refused(
        "Unknown option: '--frobnicate'; see hindsight status --help", "status", "--frobnicate");
  }

  @Test
  void aLakeWhosePathReadsAsAPattern() {
    Captured run = Captured.run("nightly", "--landing", landing, "--lake", folder.resolve("l[1]"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("l[1] has one of the characters");
  }

  @Test
  void aSampleOfNobody() {
    Captured run = Captured.run("sample", "--out", folder, "--sellers", "0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).singleElement().asString().contains("0 is out of range");
  }

  @Test
  void aMisspeltOptionIsTheNearestOne() {
    Captured run = Captured.run("nightly", "--landng", landing, "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("'--landng'", "did you mean --landing?", "see hindsight nightly --help");
    assertThat(lake).doesNotExist();
  }

  @Test
  void aMisspeltCommandIsTheNearestOne() {
    Captured run = Captured.run("nightli");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("'nightli'", "did you mean nightly?", "see hindsight --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --accept missing-day --as-of 2026-06-30 | --accept: say why missing-day is accepted, with --because TEXT
          --accept missing-day --because closed | --accept: a quality gate is accepted for one date; name it with --as-of DATE
          --because closed | --because: no quality gate is accepted; name one with --accept: missing-day, daily-counts, missing-transactions, sums
          --accept mising-day --as-of 2026-06-30 --because closed | --accept: 'mising-day' is neither a file of a feed nor a quality gate; did you mean missing-day?
          --gate-fall 1 | --gate-fall: 1.0 is not possible; write 0 to 0.99
          --gate-rise 1 | --gate-rise: 1.0 is not possible; write more than 1
          --gate-missing-transactions 2 | --gate-missing-transactions: 2.0 is no share; write 0 to 1
          """)
  void aGateThatIsAcceptedOrSetWrongly(String options, String message) {
    List<Object> words = new ArrayList<>(List.of("nightly", "--landing", landing, "--lake", lake));
    words.addAll(List.of(options.split(" ")));

    Captured run = Captured.run(words.toArray());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).containsExactly("hindsight: " + message);
    assertThat(lake).doesNotExist();
  }

  @Test
  void noCommandShowsTheHelpAsAnError() {
    Captured run = Captured.run();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .last()
        .isEqualTo("hindsight: Say which command; see hindsight --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --as-of               | 2026-02-30  | '2026-02-30' is no date; write 2026-06-30
          --as-of               | yesterday   | 'yesterday' is no date; write 2026-06-30
          --reporting-time-zone | Europe/Bern | 'Europe/Bern' is no time zone; write Europe/Berlin
          --window-days         | ninety      | 'ninety' is not an int
          """)
  void aValueThatCannotBeRead(String option, String value, String problem) {
    refused(
        "Invalid value for option '%s': %s; see hindsight nightly --help"
            .formatted(option, problem),
        "nightly",
        "--landing",
        landing,
        "--lake",
        lake,
        option,
        value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --window-days        | 0    | --window-days: 0 is not possible; write 1 to 366
          --window-days        | 367  | --window-days: 367 is not possible; write 1 to 366
          --keep-nights        | -1   | --keep-nights: -1 is not possible; write 0 or more
          --keep-month-ends    | -2   | --keep-month-ends: -2 is not possible; write 0 or more
          --keep-hours         | -3   | --keep-hours: -3 is not possible; write 0 or more
          --reject-share       | 1.5  | --reject-share: 1.5 is no share; write 0 to 1
          --reject-share       | -0.1 | --reject-share: -0.1 is no share; write 0 to 1
          --advice-holdout-share | 1.5 | --advice-holdout-share: 1.5 is no share; write 0 to 1
          --reject-share       | NaN  | --reject-share: NaN is no share; write 0 to 1
          --job-repository-url | jdbc:mysql://db/jobs | job-repository-url: 'jdbc:mysql://db/jobs' is no address of PostgreSQL; write jdbc:postgresql://host/database
          --job-repository-url | jdbc:postgresql://db/jobs?password=x | job-repository-url: 'jdbc:postgresql://db/jobs' holds a password, and settings are read by others; put it into the environment as HINDSIGHT_JOB_REPOSITORY_PASSWORD
          --reporting-currency | euro | --reporting-currency: 'euro' is no currency; write an ISO-4217 code such as EUR
          """)
  void aValueOutOfRange(String option, String value, String problem) {
    refused(problem, "nightly", "--landing", landing, "--lake", lake, option + "=" + value);
    assertThat(lake).doesNotExist();
  }

  @Test
  void aSenderThatIsNoAddress() {
    Captured run =
        Captured.run("nightly", "--landing", landing, "--lake", lake, "--sender", "nobody");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).singleElement().asString().startsWith("hindsight: sender: ");
  }

  @Test
  void aDateThatIsNotOver() {
    Captured run =
        Captured.run("nightly", "--landing", landing, "--lake", lake, "--as-of", "9999-12-31");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("hindsight: --as-of: 9999-12-31 is not over; the latest possible is ");
    assertThat(lake).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from=2026-06-03                   | --from: a back-fill needs both ends; write --from 2026-06-01 --to 2026-06-30
          --to=2026-06-03                     | --to: a back-fill needs both ends; write --from 2026-06-01 --to 2026-06-30
          --from=2026-06-03 --to=2026-06-01   | --from: 2026-06-03 is after --to, 2026-06-01; write --from 2026-06-01 --to 2026-06-03
          --from=2026-06-01 --to=2026-06-03 --as-of=2026-06-03 | --as-of: a back-fill has its dates from --from and --to; leave it out
          --from=2026-06-01 --to=2026-06-03 --deliver=smtp --smtp-host=mail | --deliver: a back-fill sends nothing; leave it out, or ask for one date with --as-of
          """)
  void aBackFillThatIsNone(String options, String problem) {
    List<Object> words = new ArrayList<>(List.of("nightly", "--landing", landing, "--lake", lake));
    words.addAll(List.of(options.split(" ")));

    refused(problem, words.toArray());
    assertThat(lake).doesNotExist();
  }

  @Test
  void aBackFillWhoseEndIsNotOver() {
    Captured run =
        Captured.run(
            "nightly",
            "--landing",
            landing,
            "--lake",
            lake,
            "--from=2026-06-01",
            "--to=9999-12-31");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("hindsight: --to: 9999-12-31 is not over; the latest possible is ");
    assertThat(lake).doesNotExist();
  }

  @Test
  void noLandingFolderIsNamed() {
    refused(
        "Say where the logs land: --landing DIR, HINDSIGHT_LANDING, or landing: in hindsight.yaml",
        "ingest",
        "--lake",
        lake);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly", "ingest"})
  void aMissingLandingFolderLeavesNoLakeBehind(String command) {
    Path missing = folder.resolve("lnading");

    refused(
        "Landing folder %s does not exist; create it, or name another with --landing"
            .formatted(missing),
        command,
        "--landing",
        missing,
        "--lake",
        lake);
    assertThat(lake).doesNotExist();
  }

  @Test
  void aLandingFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("transactions.csv"));

    refused(
        "Landing folder %s is a file; name the folder that it lies in, or name another with --landing"
            .formatted(file),
        "ingest",
        "--landing",
        file,
        "--lake",
        lake);
  }

  @Test
  void aFileWhereTheLakeShouldBe() throws IOException {
    Files.createFile(lake);

    refused(
        "The lake %1$s cannot be written: %1$s is no folder; check it, or name another lake with --lake"
            .formatted(lake),
        "nightly",
        "--landing",
        landing,
        "--lake",
        lake);
  }

  @Test
  void aFileWhereTheLakesParentShouldBe() throws IOException {
    Files.createFile(lake);

    refused(
        "The lake %s/inner cannot be written: %s is no folder; check it, or name another lake with --lake"
            .formatted(lake, lake),
        "ingest",
        "--landing",
        landing,
        "--lake",
        lake.resolve("inner"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejects", "runs", "current", "status", "analyze", "report", "preview"})
  void noLake(String command) {
    refused(
        "There is no lake at %s; name one with --lake, or run: hindsight nightly".formatted(lake),
        command,
        "--lake",
        lake);
    assertThat(lake).doesNotExist();
  }

  @Test
  void noLakeToQuery() {
    refused(
        "There is no lake at %s; name one with --lake, or run: hindsight nightly".formatted(lake),
        "sql",
        "SELECT 1",
        "--lake",
        lake);
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "preview"})
  void aLakeWithoutVersion(String command) throws IOException {
    Files.createDirectory(lake);

    refused(
        "Lake %s has no version yet; run: hindsight nightly".formatted(lake),
        command,
        "--lake",
        lake);
  }

  @Test
  void aVersionThatIsNotThere() throws IOException {
    Files.createDirectory(lake);

    refused(
        "--at: there is no version 2026-06-30.7; there is none yet; run: hindsight nightly",
        "sql",
        "SELECT 1",
        "--lake",
        lake,
        "--at",
        "2026-06-30.7");
  }

  @Test
  void aQueryIsMissing() {
    refused("Missing required parameter: 'QUERY'; see hindsight sql --help", "sql", "--lake", lake);
  }

  @Test
  void anUnknownFormat() {
    Captured run = Captured.run("runs", "--lake", lake, "--format", "xml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("'--format'", "TABLE, CSV, JSON", "'xml'", "see hindsight runs --help");
  }

  @Test
  void aFolderForTheSampleIsMissing() {
    refused("Missing required option: '--out=DIR'; see hindsight sample --help", "sample");
  }

  @Test
  void aSampleWithoutSellers() {
    refused(
        "sellers: 0 is out of range; choose 1 to 100000",
        "sample",
        "--out",
        folder.resolve("market"),
        "--sellers",
        "0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUnknownSetting(boolean isOneWord) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "window-day: 30");
    String problem = file + ": window-day is no setting; did you mean window-days?";

    if (isOneWord) {
      refused(problem, "status", "--config=" + file);
    } else {
      refused(problem, "status", "--config", file);
    }
  }

  @Test
  void aSettingThatCannotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "window-days: ninety");
    Captured run = Captured.run("analyze", "--config", file, "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("'--window-days'", "'ninety' is not an int");
  }

  private static void refused(String problem, Object... words) {
    Captured run = Captured.run(words);

    assertThat(run.errLines()).isEqualTo(List.of("hindsight: " + problem));
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
