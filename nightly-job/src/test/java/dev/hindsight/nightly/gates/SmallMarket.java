package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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

  SmallMarket(Path folder) {
    lake = new Lake(folder.resolve("lake"));
    own = new Lake(lake.work().resolve("candidate"));
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
    return write(name, own.version(name));
  }

  void publish(LocalDate asOfDate) throws IOException, SQLException {
    VersionName name = new VersionName(asOfDate, 1);
    write(name, lake.version(name));
  }

  private Candidate write(VersionName name, Path folder) throws IOException, SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      List<LocalDate> days = START.datesUntil(name.asOfDate().plusDays(1)).toList();
      makeTables(statement, days);
      fillTables(statement, name.asOfDate());
      LandedFiles landed = land(statement, days);
      return new Candidate(lake, own, publish(statement, name, folder), landed);
    }
  }

  /** One for each mart, one of what has landed, one of what is sold each day. */
  private void makeTables(Statement statement, List<LocalDate> days) throws SQLException {
    for (String view : new LakeViews(lake, null, List.of()).statements(Dialect.DUCKDB)) {
      statement.execute(view);
    }
    statement.execute("CREATE TABLE landed AS FROM transactions");
    for (Contract<?> mart : MartContracts.ALL) {
      statement.execute("CREATE TABLE %1$s_rows AS FROM %1$s".formatted(mart.name()));
      statement.execute("DROP VIEW " + mart.name());
      statement.execute("ALTER TABLE %1$s_rows RENAME TO %1$s".formatted(mart.name()));
    }
    statement.execute("CREATE TABLE sold (day DATE, line_count BIGINT)");
    statement.execute(
        days.stream()
            .map(day -> "('%s', %d)".formatted(day, sold.getOrDefault(day, 40L)))
            .collect(Collectors.joining(", ", "INSERT INTO sold VALUES ", "")));
  }

  private void fillTables(Statement statement, LocalDate asOfDate)
      throws IOException, SQLException {
    String script;
    try (InputStream stream =
        Objects.requireNonNull(SmallMarket.class.getResourceAsStream("small-market.sql"))) {
      script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    statement.execute(script.formatted(asOfDate, asOfDate.minusDays(WINDOW_DAYS - 1L), START));
    for (String mistake : mistakes) {
      statement.execute(mistake);
    }
  }

  private LandedFiles land(Statement statement, List<LocalDate> days)
      throws IOException, SQLException {
    String dataset = Transaction.CONTRACT.name();
    Path batch = Files.createDirectories(lake.batch(dataset, 1));
    statement.execute(
        "COPY landed TO '%s' (FORMAT parquet)".formatted(batch.resolve("part-0.parquet")));
    return new LandedFiles(
        List.of(
            new LandedFile(
                dataset,
                1,
                "transactions.csv",
                "sha",
                1,
                1,
                0,
                days,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null)));
  }

  private static VersionManifest publish(Statement statement, VersionName name, Path folder)
      throws IOException, SQLException {
    Map<String, Long> rowCounts = new HashMap<>();
    for (Contract<?> mart : MartContracts.ALL) {
      Path file = folder.resolve(mart.name()).resolve(name.fileName(mart.name(), 0));
      Files.createDirectories(file.resolveSibling(""));
      statement.execute("COPY %s TO '%s' (FORMAT parquet)".formatted(mart.name(), file));
      rowCounts.put(mart.name(), (long) statement.getUpdateCount());
    }
    LocalDate date = name.asOfDate();
    VersionManifest manifest =
        new VersionManifest(
            name.toString(),
            date,
            date.minusDays(WINDOW_DAYS - 1L),
            date,
            "EUR",
            null,
            "UTC",
            AdviceHoldout.NONE,
            "a test",
            Instant.EPOCH,
            List.of(),
            rowCounts,
            null,
            null);
    ManifestJson.write(folder.resolve(Lake.VERSION_MANIFEST), manifest);
    return manifest;
  }
}
