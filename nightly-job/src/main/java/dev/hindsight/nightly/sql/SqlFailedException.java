package dev.hindsight.nightly.sql;

import java.sql.SQLException;

/** DuckDB refused a query; the message is its own. */
public final class SqlFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlFailedException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
