package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeId;
import dev.hindsight.reports.delivery.DeliveryLog;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The tables in PostgreSQL, and of which lake they are: made and brought up to date in one
 * transaction, by one process at a time.
 */
final class PostgresSchema {
  /** Each brings the tables from the version of its place in this list to the next one. */
  private static final List<String> MIGRATIONS =
      List.of(
          "org/springframework/batch/core/schema-postgresql.sql",
          "dev/hindsight/nightly/jobs/lake-id.sql");

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtextextended('hindsight schema ' || current_schema(), 0))";

  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS hindsight_repository (lake VARCHAR NOT NULL, schema_version INTEGER NOT NULL)";

  private static final String IS_THERE =
      "SELECT 1 WHERE to_regclass(quote_ident(current_schema()) || '.hindsight_repository') IS NOT NULL";

  /** Tables of before the column came have none. */
  private static final String STATE =
      "SELECT lake, schema_version, to_jsonb(hindsight_repository) ->> 'lake_id' FROM hindsight_repository";

  private PostgresSchema() {}

  /**
   * What the tables are.
   *
   * @param lake where the lake was when it last ran
   * @param lakeId absent in tables that are known by the lake's path alone
   */
  private record State(String lake, int version, @Nullable String lakeId) {}

  /**
   * Sees to it that the tables are there and the lake's.
   *
   * @throws UnusableRepositoryException when they are another lake's, or a later program's
   */
  static void prepare(Connection connection, PostgresDatabase database, LakeId id)
      throws SQLException {
    requireSchema(connection, database);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(ONE_AT_A_TIME);
      statement.execute(TABLE);
      Optional<State> state = state(connection);
      if (state.isPresent()) {
        requireOf(state.get(), database, id.text());
      }
      int version = state.map(State::version).orElse(0);
      for (String migration : MIGRATIONS.subList(version, MIGRATIONS.size())) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(migration));
      }
      new DeliveryLog(new SingleConnectionDataSource(connection, true));
      write(connection, new State(path(database.lake()), MIGRATIONS.size(), id.text()));
      connection.commit();
    } catch (RuntimeException | SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** Whether the tables are there; then they are the lake's. */
  static boolean isOf(Connection connection, PostgresDatabase database)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(IS_THERE)) {
      if (!found.next()) {
        return false;
      }
    }
    Optional<State> state = state(connection);
    if (state.isPresent()) {
      String id = LakeId.find(database.lake()).map(LakeId::text).orElse(null);
      requireOf(state.get(), database, id);
    }
    return state.isPresent();
  }

  private static void requireSchema(Connection connection, PostgresDatabase database)
      throws SQLException {
    if (connection.getSchema() == null) {
      throw new UnusableRepositoryException(
          "The job repository %s lacks the schema that job-repository-url names; create it: CREATE SCHEMA"
              .formatted(database.login()),
          null);
    }
  }

  private static void requireOf(State state, PostgresDatabase database, @Nullable String id) {
    String lake = path(database.lake());
    String column = "lake";
    String known = state.lake();
    String actual = lake;
    if (state.lakeId() != null && id != null) {
      column = "lake_id";
      known = state.lakeId();
      actual = id;
    }
    if (!known.equals(actual)) {
      throw new UnusableRepositoryException(
          "The job repository %1$s is that of another lake, last seen at %2$s; give lake %3$s a schema of its own (%1$s?currentSchema=NAME), or, if it is the same lake: UPDATE hindsight_repository SET %4$s = '%5$s'"
              .formatted(database.login(), state.lake(), lake, column, actual.replace("'", "''")),
          null);
    }
    if (state.version() > MIGRATIONS.size()) {
      throw new UnusableRepositoryException(
          "The job repository %s is of a later version of Hindsight (%d; this one knows %d); use that"
              .formatted(database.login(), state.version(), MIGRATIONS.size()),
          null);
    }
  }

  private static Optional<State> state(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      return row.next()
          ? Optional.of(new State(row.getString(1), row.getInt(2), row.getString(3)))
          : Optional.empty();
    }
  }

  private static void write(Connection connection, State state) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement insertion =
            connection.prepareStatement(
                "INSERT INTO hindsight_repository (lake, schema_version, lake_id) VALUES (?, ?, ?)")) {
      statement.execute("DELETE FROM hindsight_repository");
      insertion.setString(1, state.lake());
      insertion.setInt(2, state.version());
      insertion.setString(3, state.lakeId());
      insertion.execute();
    }
  }

  private static String path(Lake lake) {
    return lake.root().toString();
  }
}
