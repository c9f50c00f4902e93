package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      land(lake, Transaction.CONTRACT, 2 * landed + 2, landed, Transaction.ORDERED_DATE);
      land(lake, DisputeEvent.CONTRACT, 2 * landed + 3, landed, DisputeEvent.OCCURRED_DATE);
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
    Path file = newBatch(lake, Seller.CONTRACT, 1);
    execute(
        """
        COPY (SELECT 's-' || i AS seller_id, 'Seller ' || i AS name, 'seller-' || i || '@mail.example' AS email, 'de-DE' AS locale,
          'Europe/Berlin' AS time_zone, NULL::VARCHAR AS reports, NULL::DATE AS valid_from, 1::INTEGER AS batch_number, i + 1 AS line_number
          FROM range(1, 2001) AS r(i)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"""
            .formatted(file));
    describe(file, Seller.CONTRACT, 1, List.of());
  }

  private void land(Lake lake, Contract<?> feed, int batch, int day, Field date)
      throws IOException, SQLException {
    Path file = newBatch(lake, feed, batch);
    String instant = date.name().replace("_date", "_at");
    String columns =
        feed.fields().stream()
            .map(Field::name)
            .map(name -> name.equals(date.name()) ? instant + "::DATE AS " + name : name)
            .map(name -> name.equals("batch_number") ? batch + "::INTEGER AS batch_number" : name)
            .map(name -> name.equals("line_number") ? "row_number() OVER () + 1 AS " + name : name)
            .collect(Collectors.joining(", "));
    execute(
        "COPY (SELECT %s FROM %s_of(%d)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(columns, feed.name(), day, file));
    List<LocalDate> dates = new ArrayList<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet rows =
            Objects.requireNonNull(
                statement.executeQuery(
                    "SELECT DISTINCT %s FROM read_parquet('%s') ORDER BY 1"
                        .formatted(date.name(), file)))) {
      while (rows.next()) {
        dates.add(rows.getObject(1, LocalDate.class));
      }
    }
    describe(file, feed, batch, dates);
  }

  private static Path newBatch(Lake lake, Contract<?> feed, int batch) throws IOException {
    return Files.createDirectories(lake.batch(feed.name(), batch)).resolve("part-0.parquet");
  }

  private void describe(Path file, Contract<?> feed, int batch, List<LocalDate> dates)
      throws IOException, SQLException {
    ManifestJson.write(
        file.resolveSibling(Lake.FILE_MANIFEST),
        new LandedFile(
            feed.name(),
            batch,
            "%s-%d.csv".formatted(feed.name().replace('_', '-'), batch),
            "generated " + batch,
            Files.size(file),
            count(file),
            0,
            dates,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null));
  }

  private long count(Path file) throws SQLException {
    try (Statement statement = duckDb.createStatement();
        ResultSet row =
            Objects.requireNonNull(
                statement.executeQuery(
                    "SELECT count(*) FROM read_parquet('%s')".formatted(file)))) {
      row.next();
      return row.getLong(1);
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
