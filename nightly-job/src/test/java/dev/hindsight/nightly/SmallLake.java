package dev.hindsight.nightly;

import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A lake of a few rows, written by DuckDB: batches of transactions, versions of all marts. */
public final class SmallLake {
  public static final Instant NOW = Instant.parse("2026-07-01T05:00:00Z");

  private final Lake lake;

  public SmallLake(Path folder) throws IOException {
    lake = new Lake(folder.resolve("lake"));
    Files.createDirectories(lake.root());
  }

  public Lake lake() {
    return lake;
  }

  /** Lands a file with one row a transaction, each of one day later than the one before it. */
  public LandedFile land(int batch, LocalDate firstDate, String... transactionIds)
      throws IOException, SQLException {
    List<String> rows = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    for (String id : transactionIds) {
      LocalDate date = firstDate.plusDays(dates.size());
      dates.add(date);
      rows.add("('%s', '%s', 's-%d', %d, %d)".formatted(id, date, batch, batch, dates.size()));
    }
    write(
        Transaction.CONTRACT,
        "(transaction_id, ordered_date, seller_id, batch_number, line_number) VALUES "
            + String.join(", ", rows),
        lake.batch(Transaction.CONTRACT.name(), batch).resolve("part-0.parquet"));
    return landed(batch, dates);
  }

  /** Writes the manifest of a landed file only. */
  public LandedFile landed(int batch, List<LocalDate> dates) throws IOException {
    LandedFile file =
        new LandedFile(
            Transaction.CONTRACT.name(),
            batch,
            "transactions-%d.csv".formatted(batch),
            "sha-" + batch,
            100,
            dates.size(),
            0,
            dates,
            NOW,
            null,
            null,
            null,
            null,
            null);
    Path folder = lake.batch(Transaction.CONTRACT.name(), batch);
    Files.createDirectories(folder);
    ManifestJson.write(folder.resolve(Lake.FILE_MANIFEST), file);
    return file;
  }

  /** Publishes the date's next version; all its marts are missing. */
  public VersionManifest publishNext(LocalDate date) throws IOException {
    VersionName name = new Versions(lake).next(date);
    Path candidate = Files.createDirectories(lake.work().resolve(name.folder()));
    VersionManifest manifest = manifest(lake, name, 0);
    ManifestJson.write(candidate.resolve(Lake.VERSION_MANIFEST), manifest);
    new Versions(lake).publish(candidate, name);
    return manifest;
  }

  /** Publishes a version whose scorecards are of these sellers, and whose other marts are empty. */
  public VersionManifest publish(String version, String... sellerIds)
      throws IOException, SQLException {
    VersionName name = VersionName.parse(version).orElseThrow();
    Path candidate = lake.work().resolve(name.folder());
    for (Contract<?> mart : MartContracts.ALL) {
      boolean isFilled = mart == SellerScorecard.CONTRACT && sellerIds.length > 0;
      write(
          mart,
          isFilled
              ? Arrays.stream(sellerIds)
                  .map("('%s')"::formatted)
                  .collect(Collectors.joining(", ", "(seller_id) VALUES ", ""))
              : "SELECT * FROM " + mart.name(),
          candidate.resolve(mart.name()).resolve(name.fileName(mart.name(), 0)));
    }
    VersionManifest manifest = manifest(lake, name, sellerIds.length);
    ManifestJson.write(candidate.resolve(Lake.VERSION_MANIFEST), manifest);
    new Versions(lake).publish(candidate, name);
    return manifest;
  }

  /** Gives a published version's mart these rows, in place of those that it has. */
  public void fill(String version, String mart, String columns, String rows)
      throws IOException, SQLException {
    VersionName name = VersionName.parse(version).orElseThrow();
    Contract<?> contract =
        MartContracts.ALL.stream()
            .filter(known -> known.name().equals(mart))
            .findFirst()
            .orElseThrow();
    write(
        contract,
        columns + " VALUES " + rows,
        lake.version(name).resolve(mart).resolve(name.fileName(mart, 0)));
  }

  /** The manifest of a version that saw all that has landed. */
  public static VersionManifest manifest(Lake lake, String version) throws IOException {
    return manifest(lake, VersionName.parse(version).orElseThrow(), 0);
  }

  private static VersionManifest manifest(Lake lake, VersionName name, long sellerCount)
      throws IOException {
    return new VersionManifest(
        name.toString(),
        name.asOfDate(),
        name.asOfDate().minusDays(89),
        name.asOfDate(),
        "EUR",
        null,
        "UTC",
        AdviceHoldout.NONE,
        Program.VERSION,
        NOW,
        LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).current().stream()
            .map(Input::of)
            .toList(),
        Map.of(SellerScorecard.CONTRACT.name(), sellerCount),
        null,
        null);
  }

  /** A Parquet file of a contract's columns; those that the insertion leaves out are absent. */
  private void write(Contract<?> contract, String insertion, Path file)
      throws IOException, SQLException {
    Files.createDirectories(file.resolveSibling(""));
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      for (String view : new LakeViews(lake, null, List.of()).statements(Dialect.DUCKDB)) {
        statement.execute(view);
      }
      statement.execute("CREATE TABLE stored AS FROM " + contract.name());
      statement.execute("INSERT INTO stored " + insertion);
      statement.execute("COPY stored TO '%s' (FORMAT parquet)".formatted(file));
    }
  }
}
