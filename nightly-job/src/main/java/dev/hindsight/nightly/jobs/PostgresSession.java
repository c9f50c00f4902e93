package dev.hindsight.nightly.jobs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection for a run's advisory locks alone. They end with it: however the process ends, and
 * minutes after its machine has gone.
 */
record PostgresSession(PostgresDatabase database, Connection connection) implements AutoCloseable {
  /** PostgreSQL needs a moment to notice that a process has been killed. */
  private static final int ATTEMPTS = 10;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
  private static final int ANSWER_SECONDS = 10;

  /**
   * Some servers end sessions that are idle or wait long, and none learns by itself that a machine
   * has lost its power.
   */
  private static final String KEEP =
      """
      SELECT set_config(name, CASE name
          WHEN 'idle_session_timeout' THEN '0'
          WHEN 'statement_timeout' THEN '0'
          WHEN 'lock_timeout' THEN '0'
          WHEN 'tcp_keepalives_count' THEN '6'
          ELSE '10' END, false)
      FROM pg_settings
      WHERE name IN ('idle_session_timeout', 'statement_timeout', 'lock_timeout',
        'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count')""";

  private static final String HOLDERS =
      """
      SELECT string_agg(coalesce(nullif(application_name, ''), 'another program')
        || coalesce(', at ' || host(client_addr), ''), '; ' ORDER BY application_name)
      FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND pg_locks.database =
          (SELECT oid FROM pg_database WHERE datname = current_database())""";

  /** A question to the database, until its answer is wanted no more. */
  @FunctionalInterface
  interface Attempt {
    boolean succeeds() throws SQLException;
  }

  /**
   * Opens a connection.
   *
   * @param holder whose, in words
   */
  static PostgresSession open(PostgresDatabase database, String holder) throws SQLException {
    PostgresSession session = new PostgresSession(database, database.connect(holder));
    session.answer(KEEP, "");
    return session;
  }

  /** Whether an attempt succeeds before a killed process's connection must have ended. */
  static boolean succeedsInTime(Attempt attempt) throws SQLException {
    for (int number = 1; number <= ATTEMPTS; number++) {
      if (attempt.succeeds()) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    return false;
  }

  boolean isTrue(String question) throws SQLException {
    return answer(question, "").equals("true");
  }

  /** The first column of the first row; something else where that is absent. */
  String answer(String question, String otherwise) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      String text = answer.next() ? answer.getString(1) : null;
      return text == null ? otherwise : text;
    }
  }

  /**
   * Who has advisory locks.
   *
   * @param which a condition on {@code pg_locks}
   * @param otherwise where nobody has, or is to be seen
   */
  String holders(String which, String otherwise) throws SQLException {
    return answer("%s AND %s".formatted(HOLDERS, which), otherwise);
  }

  /** Makes sure that the connection, and so its locks, were not lost. */
  void require() {
    try {
      if (!connection.isValid(ANSWER_SECONDS)) {
        throw new SQLException("the connection that held the lake's lock was lost", "08006");
      }
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
