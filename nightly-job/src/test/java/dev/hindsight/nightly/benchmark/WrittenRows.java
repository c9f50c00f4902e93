package dev.hindsight.nightly.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a contender wrote, told by DuckDB in one line: two that wrote the same say the same. */
record WrittenRows(long count, String sums) {
  private static final String QUERY =
      """
      SELECT count(*),
        format('{} of amounts, {} and {} of seconds, {} of text', sum(amount), sum(epoch(ordered_at)::BIGINT),
          sum(epoch(delivered_at)::BIGINT), sum(length(concat(transaction_id, order_id, seller_id, category, currency,
          buyer_id, sku, carrier, ship_region))))
      FROM read_parquet('%s')""";

  static WrittenRows of(Contender contender) throws SQLException {
    Path files = contender.output().resolve(contender.parquet());
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = 2");
      try (ResultSet row = statement.executeQuery(QUERY.formatted(files))) {
        row.next();
        return new WrittenRows(row.getLong(1), row.getString(2));
      }
    }
  }
}
