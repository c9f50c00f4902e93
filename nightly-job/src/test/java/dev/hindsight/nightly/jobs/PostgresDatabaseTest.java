package dev.hindsight.nightly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.datasets.lake.LakeId;
import dev.hindsight.nightly.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {
  private static final String HOLDER = "hindsight nightly, process 7";

  private final Path folder;
  private final Lake lake;
  private final String url;

  PostgresDatabaseTest(@TempDir Path folder) throws SQLException {
    this.folder = folder;
    lake = new Lake(folder.resolve("lake"));
    url = Postgres.freshUrl();
  }

  @Test
  void oneOfSeveralThatBeginAtOnceHasItAndAllFindWholeTables() throws Exception {
    int processes = 8;
    ExecutorService threads = Executors.newFixedThreadPool(processes);
    List<Callable<Boolean>> beginnings = new ArrayList<>();
    List<JobHold> holds = new ArrayList<>();
    for (int process = 0; process < processes; process++) {
      beginnings.add(() -> isTaken(holds));
    }

    long taken = 0;
    for (Future<Boolean> beginning : threads.invokeAll(beginnings)) {
      taken += beginning.get() ? 1 : 0;
    }
    threads.shutdown();
    holds.forEach(JobHold::close);

    assertThat(taken).isOne();
    assertThat(count("hindsight_repository")).isEqualTo("1");
    assertThat(count("batch_job_execution")).isEqualTo("0");
    assertThat(count("report_delivery")).isEqualTo("0");
  }

  @Test
  void whoComesSecondIsToldWhoHasIt() throws IOException {
    JobHold first = database(lake).take(HOLDER);

    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> database(lake).take("hindsight report"))
        .withMessage(
            "Lake %s is held by %s, at 127.0.0.1; wait until it has ended", lake.root(), HOLDER);
    first.close();
    database(lake).take("hindsight report").close();
  }

  @Test
  void aSchemaOfItsOwnIsFreeForAnotherLake() throws Exception {
    Postgres.execute(url, "CREATE SCHEMA other");
    JobHold first = database(lake).take(HOLDER);
    JobHold second = database(other("other"), url + "?currentSchema=other", null).take(HOLDER);

    assertThat(count("other.hindsight_repository")).isEqualTo("1");
    second.close();
    first.close();
  }

  @Test
  void theDatabaseOfAnotherLakeIsRefused() throws IOException {
    database(lake).take(HOLDER).close();
    PostgresDatabase other = database(other("other"));

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> other.take(HOLDER))
        .withMessage(
            "The job repository %1$s is that of another lake, last seen at %2$s; give lake %3$s a schema"
                + " of its own (%1$s?currentSchema=NAME), or, if it is the same lake: UPDATE"
                + " hindsight_repository SET lake_id = '%4$s'",
            url, lake.root(), other.lake().root(), LakeId.of(other.lake()));
    assertThatExceptionOfType(UnusableRepositoryException.class).isThrownBy(other::isThere);
  }

  @Test
  void theTablesOfALaterProgramAreRefused() throws Exception {
    database(lake).take(HOLDER).close();
    Postgres.execute(url, "UPDATE hindsight_repository SET schema_version = 99");

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(lake).take(HOLDER))
        .withMessageContaining("is of a later version of Hindsight (99; this one knows 2)");
  }

  @Test
  void nothingIsMadeWhereAnotherProgramHasSuchTables() throws Exception {
    Postgres.execute(url, "CREATE TABLE batch_job_execution_params (other INTEGER)");

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(lake).take(HOLDER))
        .withMessageContaining("give Hindsight a schema of its own: %s?currentSchema=NAME", url);
    assertThat(Postgres.answer(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("1");
  }

  @Test
  void aLockWhoseConnectionWasLostIsNoProof() throws Exception {
    JobHold hold = database(lake).take(HOLDER);
    hold.require();
    Postgres.execute(
        Postgres.url(Postgres.USER),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s'"
            .formatted(HOLDER));

    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(hold::require)
        .withMessageContaining("%s has gone during the run", url)
        .withMessageContaining("once it is back, run again");
    database(lake).take(HOLDER).close();
  }

  @Test
  void wrongSettingsAreNamedWithTheirCure() throws Exception {
    assertRefused(Postgres.url("nowhere"), null, "create that database");
    assertRefused(url, "nobody", "check job-repository-user, and its password");
    assertRefused(url + "?currentSchema=missing", null, "CREATE SCHEMA");
    Postgres.execute(url, "CREATE ROLE reader LOGIN");
    Postgres.execute(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    assertRefused(url, "reader", "let job-repository-user create tables there");
  }

  @Test
  void aServerThatIsNotThereIsWorthAnotherTry() {
    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(
            () -> database(lake, "jdbc:postgresql://localhost:1/jobs?ssl=false", null).take(HOLDER))
        .withMessage(
            "The job repository jdbc:postgresql://localhost:1/jobs cannot be reached (Connection refused);"
                + " see that PostgreSQL runs there and that job-repository-url names it");
    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(
            () -> database(lake, "jdbc:postgresql://no-such-host.example/jobs", null).isThere())
        .withMessageContaining("(no such host)");
  }

  @Test
  void whoeverLooksMakesNoTables() throws Exception {
    assertThat(database(lake).isThere()).isFalse();
    assertThat(Postgres.answer(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("0");
    database(lake).take(HOLDER).close();
    assertThat(database(lake).isThere()).isTrue();
  }

  @Test
  void aLostConnectionIsToldAsTheRepositorysFault() {
    IllegalStateException other = new IllegalStateException("other");
    SQLException lost = new SQLException("An I/O error occurred", "08006");

    assertThat(database(lake).explained(new IllegalStateException(lost)))
        .isInstanceOf(JobRepositoryException.class)
        .hasMessageContaining("%s has gone during the run (An I/O error occurred)", url);
    assertThat(database(lake).explained(other)).isSameAs(other);
    JobRepositoryException known = new JobRepositoryException("cannot be reached", lost);
    assertThat(database(lake).explained(known)).isSameAs(known);
  }

  @Test
  void aLakeThatIsMountedElsewhereIsTheSame() throws Exception {
    JobHold first = database(lake).take(HOLDER);
    Lake elsewhere = new Lake(Files.createSymbolicLink(folder.resolve("mount"), lake.root()));

    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> database(elsewhere).take("hindsight report"))
        .withMessageContaining("is held by " + HOLDER);
    first.close();
    database(elsewhere).take("hindsight report").close();
    assertThat(Postgres.answer(url, "SELECT lake FROM hindsight_repository"))
        .isEqualTo(elsewhere.root().toString());
  }

  @Test
  void tablesThatAreKnownByThePathAloneLearnTheId() throws Exception {
    database(lake).take(HOLDER).close();
    Postgres.execute(url, "ALTER TABLE hindsight_repository DROP COLUMN lake_id");
    Postgres.execute(url, "UPDATE hindsight_repository SET schema_version = 1");
    PostgresDatabase other = database(other("other"));

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> other.take(HOLDER))
        .withMessageEndingWith("SET lake = '%s'", other.lake().root());
    database(lake).take(HOLDER).close();
    assertThat(
            Postgres.answer(
                url, "SELECT lake_id || ' ' || schema_version FROM hindsight_repository"))
        .isEqualTo(LakeId.of(lake) + " 2");
  }

  private Lake other(String name) {
    return new Lake(folder.resolve(name));
  }

  private boolean isTaken(List<JobHold> holds) throws IOException {
    try {
      JobHold hold = database(lake).take(HOLDER);
      synchronized (holds) {
        return holds.add(hold);
      }
    } catch (LakeHeldException e) {
      return false;
    }
  }

  private void assertRefused(String address, @Nullable String user, String remedy) {
    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(lake, address, user).take(HOLDER))
        .withMessageContaining(remedy);
  }

  private String count(String table) throws SQLException {
    return Postgres.answer(url, "SELECT count(*) FROM " + table);
  }

  private PostgresDatabase database(Lake lake) {
    return database(lake, url, null);
  }

  private static PostgresDatabase database(Lake lake, String address, @Nullable String user) {
    return new PostgresDatabase(
        lake, new PostgresLogin(address, user == null ? Postgres.USER : user, null));
  }
}
