package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.ingest.landing.Share;
import java.sql.SQLException;

/**
 * Advisory locks of PostgreSQL, of the current schema: of the whole lake, together with other
 * shares, and of a share alone. The key of a share's lock has its number and how many there are, so
 * that whoever looks at the locks sees which shares run.
 */
record PostgresShareHold(PostgresSession session, Share share) implements JobHold {
  private static final int COUNT_BITS = 16;

  private static final String TAKE_TOGETHER =
      "SELECT pg_try_advisory_lock_shared(%s)::text".formatted(PostgresHold.KEY);

  private static final String SHARES = "hashtext('hindsight share ' || current_schema())";
  private static final String IS_OF_SHARES = "objsubid = 2 AND classid = %s::oid".formatted(SHARES);

  private static final String TURN = "hashtextextended('hindsight turn ' || current_schema(), 0)";

  static PostgresShareHold take(PostgresDatabase database, String holder, Share share) {
    try {
      PostgresShareHold hold = new PostgresShareHold(PostgresSession.open(database, holder), share);
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
    if (!PostgresSession.succeedsInTime(() -> session.isTrue(TAKE_TOGETHER))) {
      throw new LakeHeldException(
          session.database().lake(), session.holders(PostgresHold.IS_OF_KEY, "another run"));
    }
    if (!PostgresSession.succeedsInTime(this::isTakenInTurn)) {
      throw refusal();
    }
  }

  /** In turn: of two numbers of shares that begin at once, one is there first. */
  private boolean isTakenInTurn() throws SQLException {
    try (Turn turn = turn()) {
      return holdersOfOtherCounts().isEmpty()
          && session.isTrue(
              "SELECT pg_try_advisory_lock(%s, %d)::text".formatted(SHARES, key(share)));
    }
  }

  private LakeHeldException refusal() throws SQLException {
    String others = holdersOfOtherCounts();
    return others.isEmpty()
        ? LakeHeldException.ofShare(
            session.database().lake(), share.toString(), holdersOf(share, "another process"))
        : LakeHeldException.ofOtherShares(session.database().lake(), share.toString(), others);
  }

  private String holdersOfOtherCounts() throws SQLException {
    return session.holders(
        "%s AND objid::bigint >> %d <> %d".formatted(IS_OF_SHARES, COUNT_BITS, share.count()), "");
  }

  private String holdersOf(Share one, String otherwise) throws SQLException {
    return session.holders("%s AND objid = %d".formatted(IS_OF_SHARES, key(one)), otherwise);
  }

  private static int key(Share one) {
    return one.count() << COUNT_BITS | one.number();
  }

  @Override
  public boolean isHeld(Share other) {
    try {
      return !holdersOf(other, "").isEmpty();
    } catch (SQLException e) {
      throw PostgresFailures.lost(session.database().login(), e);
    }
  }

  @Override
  public void require() {
    session.require();
  }

  /** The turn ends with the process, too. */
  @Override
  public Turn turn() {
    answer("SELECT pg_advisory_lock(%s)".formatted(TURN));
    return () -> answer("SELECT pg_advisory_unlock(%s)::text".formatted(TURN));
  }

  private void answer(String question) {
    try {
      session.answer(question, "");
    } catch (SQLException e) {
      throw PostgresFailures.lost(session.database().login(), e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
