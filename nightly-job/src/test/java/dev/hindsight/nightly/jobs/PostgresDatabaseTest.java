package dev.hindsight.nightly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.nightly.Postgres;
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

class PostgresDatabaseTest {
  private static final Lake LAKE = new Lake(Path.of("/data/lake"));
  private static final String HOLDER = "hindsight nightly, process 7";

  private final String url;

  PostgresDatabaseTest() throws SQLException {
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
  void whoComesSecondIsToldWhoHasIt() {
    JobHold first = database(LAKE).take(HOLDER);

    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> database(LAKE).take("hindsight report"))
        .withMessage(
            "Lake /data/lake is held by %s, at 127.0.0.1; wait until it has ended", HOLDER);
    first.close();
    database(LAKE).take("hindsight report").close();
  }

  @Test
  void aSchemaOfItsOwnIsFreeForAnotherLake() throws SQLException {
    Postgres.execute(url, "CREATE SCHEMA other");
    JobHold first = database(LAKE).take(HOLDER);
    JobHold second =
        database(new Lake(Path.of("/data/other")), url + "?currentSchema=other", null).take(HOLDER);

    assertThat(count("other.hindsight_repository")).isEqualTo("1");
    second.close();
    first.close();
  }

  @Test
  void theDatabaseOfAnotherLakeIsRefused() {
    database(LAKE).take(HOLDER).close();
    PostgresDatabase other = database(new Lake(Path.of("/data/it's")));

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> other.take(HOLDER))
        .withMessage(
            "The job repository %1$s is that of lake /data/lake; give lake /data/it's a schema of its"
                + " own (%1$s?currentSchema=NAME), or, if the lake has moved: UPDATE hindsight_repository"
                + " SET lake = '/data/it''s'",
            url);
    assertThatExceptionOfType(UnusableRepositoryException.class).isThrownBy(other::isThere);
  }

  @Test
  void theTablesOfALaterProgramAreRefused() throws SQLException {
    database(LAKE).take(HOLDER).close();
    Postgres.execute(url, "UPDATE hindsight_repository SET schema_version = 99");

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(LAKE).take(HOLDER))
        .withMessageContaining("is of a later version of Hindsight (99; this one knows 1)");
  }

  @Test
  void nothingIsMadeWhereAnotherProgramHasSuchTables() throws SQLException {
    Postgres.execute(url, "CREATE TABLE batch_job_execution_params (other INTEGER)");

    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(LAKE).take(HOLDER))
        .withMessageContaining("give Hindsight a schema of its own: %s?currentSchema=NAME", url);
    assertThat(Postgres.answer(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("1");
  }

  @Test
  void aLockWhoseConnectionWasLostIsNoProof() throws SQLException {
    JobHold hold = database(LAKE).take(HOLDER);
    hold.require();
    Postgres.execute(
        Postgres.url(Postgres.USER),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s'"
            .formatted(HOLDER));

    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(hold::require)
        .withMessageContaining("%s has gone during the run", url)
        .withMessageContaining("once it is back, run again");
    database(LAKE).take(HOLDER).close();
  }

  @Test
  void wrongSettingsAreNamedWithTheirCure() throws SQLException {
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
            () -> database(LAKE, "jdbc:postgresql://localhost:1/jobs?ssl=false", null).take(HOLDER))
        .withMessage(
            "The job repository jdbc:postgresql://localhost:1/jobs cannot be reached (Connection refused);"
                + " see that PostgreSQL runs there and that job-repository-url names it");
    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(
            () -> database(LAKE, "jdbc:postgresql://no-such-host.example/jobs", null).isThere())
        .withMessageContaining("(no such host)");
  }

  @Test
  void whoeverLooksMakesNoTables() throws SQLException {
    assertThat(database(LAKE).isThere()).isFalse();
    assertThat(Postgres.answer(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("0");
    database(LAKE).take(HOLDER).close();
    assertThat(database(LAKE).isThere()).isTrue();
  }

  @Test
  void aLostConnectionIsToldAsTheRepositorysFault() {
    IllegalStateException other = new IllegalStateException("other");
    SQLException lost = new SQLException("An I/O error occurred", "08006");

    assertThat(database(LAKE).explained(new IllegalStateException(lost)))
        .isInstanceOf(JobRepositoryException.class)
        .hasMessageContaining("%s has gone during the run (An I/O error occurred)", url);
    assertThat(database(LAKE).explained(other)).isSameAs(other);
    JobRepositoryException known = new JobRepositoryException("cannot be reached", lost);
    assertThat(database(LAKE).explained(known)).isSameAs(known);
  }

  private boolean isTaken(List<JobHold> holds) {
    try {
      JobHold hold = database(LAKE).take(HOLDER);
      synchronized (holds) {
        return holds.add(hold);
      }
    } catch (LakeHeldException e) {
      return false;
    }
  }

  private static void assertRefused(String address, @Nullable String user, String remedy) {
    assertThatExceptionOfType(UnusableRepositoryException.class)
        .isThrownBy(() -> database(LAKE, address, user).take(HOLDER))
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
