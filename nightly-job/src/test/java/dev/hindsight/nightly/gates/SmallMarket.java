package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A market of two sellers that sell 40 order lines a day; of one of the first seller's a dispute is
 * opened ten days later, with three events. DuckDB counts its marts, and can break them.
 */
final class SmallMarket {
  static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int WINDOW_DAYS = 30;

  private final Lake lake;
  private final Lake own;
  private final Map<LocalDate, Long> sold = new HashMap<>();
  private final List<String> mistakes = new ArrayList<>();
  private final Connection duckDb;

  SmallMarket(Path folder) throws SQLException {
    lake = new Lake(folder.resolve("lake"));
    own = new Lake(lake.work().resolve("candidate"));
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Lets it sell so many order lines on a day, rather than 40. */
  void sells(LocalDate day, long count) {
    sold.put(day, count);
  }

  /** Runs a statement on the marts before they are written. */
  void makesMistake(String sql) {
    mistakes.add(sql);
  }

  Candidate candidate(LocalDate asOfDate) throws IOException, SQLException {
    VersionName name = new VersionName(asOfDate, 1);
    LandedFiles landed = count(asOfDate);
    return new Candidate(lake, own, write(name, own.version(name), landed), landed);
  }

  void publish(LocalDate asOfDate) throws IOException, SQLException {
    VersionName name = new VersionName(asOfDate, 1);
    write(name, lake.version(name), count(asOfDate));
  }

  /** Fills a table of each mart's name, and one of what has landed. */
  private LandedFiles count(LocalDate asOfDate) throws IOException, SQLException {
    for (String view : new LakeViews(lake, null, List.of()).statements(Dialect.DUCKDB)) {
      execute(view);
    }
    execute("CREATE OR REPLACE TABLE landed AS FROM transactions");
    for (Contract<?> mart : MartContracts.ALL) {
      execute("CREATE OR REPLACE TABLE %1$s_rows AS FROM %1$s".formatted(mart.name()));
      execute("DROP VIEW " + mart.name());
      execute("ALTER TABLE %1$s_rows RENAME TO %1$s".formatted(mart.name()));
    }
    List<LocalDate> days = START.datesUntil(asOfDate.plusDays(1)).toList();
    execute("CREATE OR REPLACE TABLE sold (day DATE, line_count BIGINT)");
    for (LocalDate day : days) {
      execute(
          "INSERT INTO sold VALUES ('%s', %d)".formatted(day, sold.getOrDefault(day, 40L)));
    }
    String script = new String(
        SmallMarket.class.getResourceAsStream("small-market.sql").readAllBytes(),
        java.nio.charset.StandardCharsets.UTF_8);
    for (String statement :
        script.formatted(asOfDate, asOfDate.minusDays(WINDOW_DAYS - 1L), START).split(";\n")) {
      execute(statement);
    }
    for (String mistake : mistakes) {
      execute(mistake);
    }
    return land(days);
  }

  private LandedFiles land(List<LocalDate> days) throws IOException, SQLException {
    Path batch = Files.createDirectories(lake.batch(Transaction.CONTRACT.name(), 1));
    execute("COPY landed TO '%s' (FORMAT parquet)".formatted(batch.resolve("part-0.parquet")));
    LandedFile file =
        new LandedFile(
            Transaction.CONTRACT.name(), 1, "transactions.csv", "sha", 1, 1, 0, days, Instant.EPOCH,
            null, null, null, null, null);
    return new LandedFiles(List.of(file));
  }

  private VersionManifest write(VersionName name, Path folder, LandedFiles landed)
      throws IOException, SQLException {
    Map<String, Long> rowCounts = new HashMap<>();
    for (Contract<?> mart : MartContracts.ALL) {
      Path file = folder.resolve(mart.name()).resolve(name.fileName(mart.name(), 0));
      Files.createDirectories(file.resolveSibling(""));
      rowCounts.put(mart.name(), number("SELECT count(*) FROM " + mart.name()));
      execute("COPY %s TO '%s' (FORMAT parquet)".formatted(mart.name(), file));
    }
    LocalDate date = name.asOfDate();
    VersionManifest manifest =
        new VersionManifest(
            name.toString(), date, date.minusDays(WINDOW_DAYS - 1L), date, "EUR", null, "UTC",
            AdviceHoldout.NONE, "test", Instant.EPOCH,
            landed.current().stream().map(Input::of).toList(), rowCounts, null);
    ManifestJson.write(folder.resolve(Lake.VERSION_MANIFEST), manifest);
    return manifest;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    }
  }
}
