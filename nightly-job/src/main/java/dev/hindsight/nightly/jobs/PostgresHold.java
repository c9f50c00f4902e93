package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.LakeHeldException;
import java.sql.SQLException;

/** An advisory lock of PostgreSQL, of the current schema, that one run has for itself. */
record PostgresHold(PostgresSession session) implements JobHold {
  /** Shares of an ingest have it together. */
  static final String KEY = "hashtextextended('hindsight run ' || current_schema(), 0)";

  static final String IS_OF_KEY =
      "objsubid = 1 AND (classid::bigint << 32) | objid::bigint = " + KEY;

  private static final String TAKE = "SELECT pg_try_advisory_lock(%s)::text".formatted(KEY);

  static PostgresHold take(PostgresDatabase database, String holder) {
    try {
      PostgresHold hold = new PostgresHold(PostgresSession.open(database, holder));
      try {
        hold.take();
        return hold;
      } catch (LakeHeldException | SQLException e) {
        hold.close();
        throw e;
      }
    } catch (SQLException e) {
      throw PostgresFailures.opening(database.login(), e);
    }
  }

  private void take() throws SQLException {
    if (!PostgresSession.succeedsInTime(() -> session.isTrue(TAKE))) {
      throw new LakeHeldException(
          session.database().lake(), session.holders(IS_OF_KEY, "another run"));
    }
  }

  @Override
  public void require() {
    session.require();
  }

  @Override
  public void close() {
    session.close();
  }
}
