package dev.hindsight.nightly.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * DuckDB's typed copy of a transaction log to Parquet, in the way it is fastest: nothing sniffed,
 * no order kept. {@code DuckDbCopy LOG.csv OUTPUT.parquet}
 */
final class DuckDbCopy {
  private static final String COPY =
      """
      COPY (
        FROM read_csv('%s', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
          columns = {
            'transaction_id': 'VARCHAR', 'order_id': 'VARCHAR', 'seller_id': 'VARCHAR', 'category': 'VARCHAR',
            'amount': 'DECIMAL(18,4)', 'currency': 'VARCHAR', 'ordered_at': 'TIMESTAMPTZ', 'buyer_id': 'VARCHAR',
            'sku': 'VARCHAR', 'delivered_at': 'TIMESTAMPTZ', 'carrier': 'VARCHAR', 'ship_region': 'VARCHAR'})
      ) TO '%s' (FORMAT parquet, COMPRESSION zstd)""";

  private DuckDbCopy() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET preserve_insertion_order = false");
      statement.execute(COPY.formatted(arguments[0], arguments[1]));
    }
  }
}
