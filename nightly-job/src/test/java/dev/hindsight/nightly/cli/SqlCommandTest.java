package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.SmallLake;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCommandTest {
  private final SmallLake small;

  SqlCommandTest(@TempDir Path folder) throws Exception {
    small = new SmallLake(folder);
    small.land(1, LocalDate.of(2026, 6, 1), "t-1");
    small.publish("2026-06-29.1", "s-29-1");
    small.publish("2026-06-30.1", "s-30-1");
    small.publish("2026-06-29.2", "s-29-2");
  }

  @Test
  void readsTheNewestVersion() {
    assertThat(query("SELECT seller_id FROM seller_scorecards").outLines())
        .containsExactly("seller_id", "---------", "s-30-1", "(1 row)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-29.1, s-29-1",
    "2026-06-29.2, s-29-2",
    "2026-06-29, s-29-2",
    "2026-06-30, s-30-1"
  })
  void readsAnOlderVersionOrTheNewestOfADate(String at, String seller) {
    assertThat(query("SELECT seller_id FROM seller_scorecards", "--at", at).outLines())
        .containsExactly("seller_id", "---------", seller, "(1 row)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-29, 's-29-2', 'version 2026-06-29.2'",
    "2026-07-04, 's-30-1', 'version 2026-06-30.1, the last before 2026-07-04'"
  })
  void saysWhichVersionOfADateItTook(String at, String seller, String told) {
    Captured run = query("SELECT seller_id FROM seller_scorecards", "--at", at);

    assertThat(run.outLines()).contains(seller);
    assertThat(run.errLines()).containsExactly("hindsight: " + told);
  }

  @Test
  void ofAVersionThereIsNoChoiceToTell() {
    assertThat(query("SELECT 1", "--at", "2026-06-29.1").err()).isEmpty();
    assertThat(query("SELECT 1", "--at", "2026-06-29", "--quiet").err()).isEmpty();
  }

  @Test
  void namesTheVersionsThatThereAre() {
    Captured run = query("SELECT 1", "--at", "2026-06-28");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "hindsight: --at: there is no version of 2026-06-28 or before;"
                + " there are 2026-06-29.1, 2026-06-29.2, 2026-06-30.1");
  }

  @Test
  void passesOnWhatDuckDbSays() {
    Captured run = query("SELECT * FROM seller_scorecard");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("hindsight: Catalog Error: Table with name seller_scorecard does not exist!")
        .contains("Did you mean \"seller_scorecards\"?")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void currentNamesTheNewestFolder() {
    Captured run = Captured.run("current", "--lake", small.lake().root());

    assertThat(run.outLines())
        .containsExactly(small.lake().versions().resolve("version=2026-06-30.1").toString());
  }

  @Test
  void statusTellsVersionFolderAndHolder() {
    Captured run = Captured.run("status", "--lake", small.lake().root());

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0))
        .matches("version {5}2026-06-30\\.1, made -?\\d+ h -?\\d+ min ago");
    assertThat(run.outLines().subList(1, 4))
        .containsExactly(
            "folder      " + small.lake().versions().resolve("version=2026-06-30.1"),
            "deliveries  none is left",
            "held by     nobody");
  }

  @Test
  void statusStandsWhereTheHistoryCannotBeReached() {
    Captured run =
        Captured.run(
            "status",
            "--lake",
            small.lake().root(),
            "--job-repository-url",
            "jdbc:postgresql://localhost:1/jobs");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(2))
        .startsWith("deliveries  not known: The job repository jdbc:postgresql://localhost:1/jobs")
        .endsWith("that job-repository-url names it");
  }

  private Captured query(String sql, String... more) {
    Object[] words = new Object[4 + more.length];
    words[0] = "sql";
    words[1] = sql;
    words[2] = "--lake";
    words[3] = small.lake().root();
    System.arraycopy(more, 0, words, 4, more.length);
    return Captured.run(words);
  }
}
