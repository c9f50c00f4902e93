package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A lake in which a marketplace's months have landed, as the ingest would have left it; DuckDB
 * draws the rows.
 */
final class GeneratedLake {
  static final LocalDate FIRST_DATE = LocalDate.parse("2025-10-04");
  private static final int MONTHS = 9;
  private static final int DAYS = 30;
  private static final List<Contract<?>> FEEDS =
      List.of(Transaction.CONTRACT, DisputeEvent.CONTRACT, Seller.CONTRACT);

  private GeneratedLake() {}

  /** The last day of its last month. */
  static LocalDate lastDate() {
    return FIRST_DATE.plusDays(MONTHS * DAYS - 1L);
  }

  static void write(Path folder, long transactions) throws IOException, SQLException {
    Lake lake = new Lake(folder);
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET memory_limit = '4GB'");
      SqlScript script =
          SqlScript.named(
              "marketplace.sql",
              Map.of(
                  "transactions", Long.toString(transactions),
                  "first_date", FIRST_DATE.toString()));
      for (SqlScript.Step step : script.steps()) {
        statement.execute(step.statement());
      }
      int batch = 0;
      for (int month = 0; month < MONTHS; month++) {
        for (Contract<?> feed : FEEDS) {
          batch++;
          new GeneratedBatch(lake, feed, batch)
              .land(statement, "FROM %s_of(%d, %d)".formatted(feed.name(), batch, month));
        }
      }
    }
  }
}
