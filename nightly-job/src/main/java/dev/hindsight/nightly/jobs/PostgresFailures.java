package dev.hindsight.nightly.jobs;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's failures mean to an operator. */
final class PostgresFailures {
  private static final String DUPLICATE_TABLE = "42P07";
  private static final String NO_PRIVILEGE = "42501";
  private static final String ENDED_BY_OPERATOR = "57P01";

  private PostgresFailures() {}

  /** It cannot be opened: another try may help where the remedy is not a setting's. */
  static RuntimeException opening(PostgresLogin login, Exception failure) {
    String remedy = remedy(login, state(failure));
    return remedy == null
        ? new JobRepositoryException(
            "The job repository %s cannot be reached (%s); see that PostgreSQL runs there and that job-repository-url names it"
                .formatted(login, cause(failure)),
            failure)
        : new UnusableRepositoryException(
            "The job repository %s cannot be used (%s); %s"
                .formatted(login, cause(failure), remedy),
            failure);
  }

  /** It has gone while a run went on. */
  static JobRepositoryException lost(PostgresLogin login, Throwable failure) {
    return new JobRepositoryException(
        "The job repository %s has gone during the run (%s); once it is back, run again: what is done stays done"
            .formatted(login, cause(failure)),
        failure);
  }

  static boolean isConnectionLost(Throwable failure) {
    return failure instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith("08") || sql.getSQLState().equals(ENDED_BY_OPERATOR));
  }

  private static @Nullable String remedy(PostgresLogin login, String state) {
    if (state.startsWith("28")) {
      return "check job-repository-user, and its password in HINDSIGHT_JOB_REPOSITORY_PASSWORD";
    }
    if (state.startsWith("3D")) {
      return "create that database, or correct job-repository-url";
    }
    if (state.equals(DUPLICATE_TABLE)) {
      return "another program has such tables there; give Hindsight a schema of its own: %s?currentSchema=NAME"
          .formatted(login);
    }
    if (state.equals(NO_PRIVILEGE)) {
      return "let job-repository-user create tables there: GRANT CREATE, USAGE ON SCHEMA";
    }
    return null;
  }

  private static String state(Exception failure) {
    Optional<String> state =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .map(cause -> ((SQLException) cause).getSQLState())
            .filter(Objects::nonNull)
            .findFirst();
    return state.orElse("");
  }

  private static String cause(Throwable failure) {
    boolean isHostUnknown =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(UnknownHostException.class::isInstance);
    return isHostUnknown ? "no such host" : JobRepositoryException.firstCause(failure);
  }
}
