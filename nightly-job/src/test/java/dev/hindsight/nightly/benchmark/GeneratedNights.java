package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The days of a marketplace, drawn by DuckDB: as batches of a lake, as the ingest would have left
 * them, or as the files that land on one of them.
 */
final class GeneratedNights implements AutoCloseable {
  static final LocalDate FIRST_DATE = LocalDate.parse("2025-01-06");
  private static final String INSTANT = "strftime(%1$s, '%%Y-%%m-%%dT%%H:%%M:%%SZ') AS %1$s";

  private final Connection duckDb;

  GeneratedNights(int linesADay, int days) throws IOException, SQLException {
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET memory_limit = '4GB'");
    SqlScript script =
        SqlScript.named(
            "nights.sql",
            Map.of(
                "lines", Integer.toString(linesADay),
                "days", Integer.toString(days),
                "first_date", FIRST_DATE.toString()));
    for (SqlScript.Step step : script.steps()) {
      execute(step.statement());
    }
  }

  static LocalDate date(int day) {
    return FIRST_DATE.plusDays(day);
  }

  /** Lands the days from the first to before the last one, each as two batches. */
  void landUpTo(int day, Lake lake) throws IOException, SQLException {
    landSellers(lake);
    for (int landed = 0; landed < day; landed++) {
      landDay(lake, Transaction.CONTRACT, 2 * landed + 2, landed);
      landDay(lake, DisputeEvent.CONTRACT, 2 * landed + 3, landed);
    }
  }

  /** Writes the files that land on a day. */
  void writeLogs(int day, Path landing) throws IOException, SQLException {
    Files.createDirectories(landing);
    execute(
        "COPY (SELECT * REPLACE (amount::DECIMAL(18, 2) AS amount, %s, %s, %s, %s) FROM transactions_of(%d)) TO '%s' (FORMAT csv, HEADER)"
            .formatted(
                INSTANT.formatted("ordered_at"),
                INSTANT.formatted("promised_by"),
                INSTANT.formatted("shipped_at"),
                INSTANT.formatted("delivered_at"),
                day,
                landing.resolve("transactions-%s.csv".formatted(date(day)))));
    execute(
        "COPY (SELECT * REPLACE (%s) FROM dispute_events_of(%d)) TO '%s' (FORMAT csv, HEADER)"
            .formatted(
                INSTANT.formatted("occurred_at"),
                day,
                landing.resolve("dispute-events-%s.csv".formatted(date(day)))));
  }

  private void landSellers(Lake lake) throws IOException, SQLException {
    land(
        lake,
        Seller.CONTRACT,
        1,
        """
        SELECT 's-' || i AS seller_id, 'Seller ' || i AS name, 'seller-' || i || '@mail.example' AS email, 'de-DE' AS locale,
          'Europe/Berlin' AS time_zone, NULL::VARCHAR AS reports, NULL::DATE AS valid_from, 1::INTEGER AS batch_number, i + 1 AS line_number
          FROM range(1, 2001) AS r(i)""");
  }

  private void landDay(Lake lake, Contract<?> feed, int batch, int day)
      throws IOException, SQLException {
    String columns =
        feed.fields().stream()
            .map(Field::name)
            .map(name -> column(name, batch))
            .collect(Collectors.joining(", "));
    land(lake, feed, batch, "SELECT %s FROM %s_of(%d)".formatted(columns, feed.name(), day));
  }

  private static String column(String name, int batch) {
    return switch (name) {
      case "ordered_date" -> "ordered_at::DATE AS ordered_date";
      case "occurred_date" -> "occurred_at::DATE AS occurred_date";
      case "batch_number" -> batch + "::INTEGER AS batch_number";
      case "line_number" -> "row_number() OVER () + 1 AS line_number";
      default -> name;
    };
  }

  private void land(Lake lake, Contract<?> feed, int batch, String rows)
      throws IOException, SQLException {
    try (Statement statement = duckDb.createStatement()) {
      new GeneratedBatch(lake, feed, batch).land(statement, rows);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    duckDb.close();
  }
}
