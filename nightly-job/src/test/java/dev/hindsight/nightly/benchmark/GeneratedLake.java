package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.contract.Contract;
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

/**
 * A lake in which a marketplace's months have landed, as the ingest would have left it; DuckDB
 * draws the rows.
 */
record GeneratedLake(Lake lake, long transactions) {
  static final LocalDate FIRST_DATE = LocalDate.parse("2025-10-04");
  private static final int MONTHS = 9;
  private static final int DAYS = 30;
  private static final List<Contract<?>> FEEDS =
      List.of(Transaction.CONTRACT, DisputeEvent.CONTRACT, Seller.CONTRACT);

  /** The last day of its last month. */
  static LocalDate lastDate() {
    return FIRST_DATE.plusDays(MONTHS * DAYS - 1L);
  }

  static GeneratedLake write(Path folder, long transactions) throws IOException, SQLException {
    GeneratedLake generated = new GeneratedLake(new Lake(folder), transactions);
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
          generated.land(statement, feed, batch, month);
        }
      }
    }
    return generated;
  }

  private void land(Statement statement, Contract<?> feed, int batch, int month)
      throws IOException, SQLException {
    Path folder = lake.batch(feed.name(), batch);
    Files.createDirectories(folder);
    Path file = folder.resolve("part-0.parquet");
    statement.execute(
        "COPY (FROM %s_of(%d, %d)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(feed.name(), batch, month, file));
    ManifestJson.write(
        folder.resolve(Lake.FILE_MANIFEST),
        new LandedFile(
            feed.name(),
            batch,
            "%s-%d.csv".formatted(feed.name(), month),
            "generated",
            Files.size(file),
            count(statement, file),
            0,
            dates(statement, file, feed),
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null));
  }

  private static List<LocalDate> dates(Statement statement, Path file, Contract<?> feed)
      throws SQLException {
    String column =
        feed == Transaction.CONTRACT
            ? Transaction.ORDERED_DATE.name()
            : feed == DisputeEvent.CONTRACT ? DisputeEvent.OCCURRED_DATE.name() : null;
    List<LocalDate> dates = new ArrayList<>();
    if (column != null) {
      try (ResultSet rows =
          Objects.requireNonNull(
              statement.executeQuery(
                  "SELECT DISTINCT %s FROM read_parquet('%s') ORDER BY 1"
                      .formatted(column, file)))) {
        while (rows.next()) {
          dates.add(rows.getObject(1, LocalDate.class));
        }
      }
    }
    return dates;
  }

  private static long count(Statement statement, Path file) throws SQLException {
    try (ResultSet row =
        Objects.requireNonNull(
            statement.executeQuery("SELECT count(*) FROM read_parquet('%s')".formatted(file)))) {
      row.next();
      return row.getLong(1);
    }
  }
}
