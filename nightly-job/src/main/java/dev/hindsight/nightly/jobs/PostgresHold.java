package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.LakeHeldException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * An advisory lock of PostgreSQL, of the current schema. It belongs to a connection of its own, and
 * ends with it: however the process ends, and minutes after its machine has gone.
 */
final class PostgresHold implements JobHold {
  private static final String KEY = "hashtextextended('hindsight run ' || current_schema(), 0)";

  /** PostgreSQL needs a moment to notice that a process has been killed. */
  private static final int ATTEMPTS = 10;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
  private static final int ANSWER_SECONDS = 10;

  /**
   * Some servers end idle sessions, and none learns by itself that a machine has lost its power.
   */
  private static final String KEEP =
      """
      SELECT set_config(name, CASE name
          WHEN 'idle_session_timeout' THEN '0'
          WHEN 'tcp_keepalives_count' THEN '6'
          ELSE '10' END, false)
      FROM pg_settings
      WHERE name IN
        ('idle_session_timeout', 'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count')""";

  private static final String HOLDER =
      """
      SELECT coalesce(nullif(application_name, ''), 'another program')
        || coalesce(', at ' || host(client_addr), '')
      FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND pg_locks.database =
          (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (classid::bigint << 32) | objid::bigint = %s"""
          .formatted(KEY);

  private final PostgresDatabase database;
  private final Connection connection;

  private PostgresHold(PostgresDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  static PostgresHold take(PostgresDatabase database, String holder) {
    try {
      PostgresHold hold = new PostgresHold(database, database.connect(holder));
      if (hold.isTaken()) {
        return hold;
      }
      try {
        throw new LakeHeldException(database.lake(), hold.answer(HOLDER, "another run"));
      } finally {
        hold.close();
      }
    } catch (SQLException e) {
      throw PostgresFailures.opening(database.login(), e);
    }
  }

  private boolean isTaken() throws SQLException {
    answer(KEEP, "");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (answer("SELECT pg_try_advisory_lock(%s)::text".formatted(KEY), "").equals("true")) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    return false;
  }

  private String answer(String question, String otherwise) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() ? answer.getString(1) : otherwise;
    }
  }

  @Override
  public void require() {
    try {
      if (connection.isValid(ANSWER_SECONDS)) {
        return;
      }
      throw new SQLException("the connection that held the lake's lock was lost");
    } catch (SQLException e) {
      throw PostgresFailures.lost(database.login(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // then it is closed by its other end, and the lock with it
    }
  }
}
