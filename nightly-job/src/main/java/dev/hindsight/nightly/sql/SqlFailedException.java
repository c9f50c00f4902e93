package dev.hindsight.nightly.sql;

import java.sql.SQLException;

/** DuckDB refused a query; the message is its own. */
public final class SqlFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlFailedException(SQLException cause) {
    super(plain(String.valueOf(cause.getMessage())), cause);
  }

  /** Without the driver's own wrapping, which says nothing of the query. */
  private static String plain(String message) {
    return message.replaceFirst("(?s)^.*closed pending query result\\s*Error: ", "").strip();
  }
}
