package dev.hindsight.datasets.views;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.Columns;
import dev.hindsight.datasets.DuckDb;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.MartContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeViewsTest {
  private static final VersionName VERSION = new VersionName(LocalDate.of(2026, 3, 14), 1);

  private final Path folder;
  private final Lake lake;
  private final DuckDb duckDb = DuckDb.open();
  private final List<Input> inputs = new ArrayList<>();

  LakeViewsTest(@TempDir Path folder) throws SQLException {
    this.folder = folder;
    lake = new Lake(folder.resolve("lake"));
  }

  @AfterEach
  void closeDuckDb() throws SQLException {
    duckDb.close();
  }

  @Test
  void theLatestLineOfAKeyWins() throws Exception {
    land(
        lake,
        Transaction.CONTRACT,
        1,
        transaction(1, 2, "t-1", "old"),
        transaction(1, 3, "t-1", "new"));

    createViews(lake, null);

    assertThat(skus()).containsExactly("new");
  }

  @Test
  void aHigherBatchWinsOverAHigherLine() throws Exception {
    land(lake, Transaction.CONTRACT, 9, transaction(9, 900, "t-1", "old"));
    land(lake, Transaction.CONTRACT, 10, transaction(10, 2, "t-1", "new"));

    createViews(lake, null);

    assertThat(skus()).containsExactly("new");
  }

  @Test
  void rowsOfDifferentKeysStayApart() throws Exception {
    Map<String, Object> reused =
        Map.of("transaction_id", "t-1", "ordered_date", "2026-03-15", "sku", "another day");
    land(
        lake,
        Transaction.CONTRACT,
        1,
        transaction(1, 2, "t-1", "one"),
        transaction(1, 3, "t-2", "two"),
        reused);

    createViews(lake, null);

    assertThat(skus()).containsExactlyInAnyOrder("one", "two", "another day");
  }

  @Test
  void aRepeatedEventCountsOnce() throws Exception {
    land(lake, DisputeEvent.CONTRACT, 1, Map.of("event_id", "e-1"), Map.of("event_id", "e-2"));
    land(lake, DisputeEvent.CONTRACT, 2, Map.of("event_id", "e-2", "batch_number", 2));

    createViews(lake, null);

    assertThat(duckDb.column("SELECT event_id FROM dispute_events ORDER BY event_id"))
        .containsExactly("e-1", "e-2");
  }

  @Test
  void replacedBatchesAreOut() throws Exception {
    land(lake, Transaction.CONTRACT, 1, transaction(1, 2, "t-1", "replaced"));
    inputs.clear();
    land(lake, Transaction.CONTRACT, 2, transaction(2, 2, "t-2", "replacement"));

    createViews(lake, null);

    assertThat(skus()).containsExactly("replacement");
  }

  @Test
  void rejectsAreThoseOfCurrentFiles() throws Exception {
    land(lake, Transaction.CONTRACT, 1, transaction(1, 2, "t-1", "x"));
    reject(1, "replaced");
    inputs.clear();
    land(lake, Transaction.CONTRACT, 2, transaction(2, 2, "t-1", "x"));
    reject(2, "current");
    land(lake, DisputeEvent.CONTRACT, 3, Map.of("event_id", "e-1"));

    createViews(lake, null);

    assertThat(duckDb.column("SELECT message FROM rejects")).containsExactly("current");
  }

  @Test
  void anEmptyLakeHasEveryDatasetEmptyAndTyped() throws Exception {
    createViews(lake, null);

    for (Contract<?> contract : Columns.contracts()) {
      assertThat(duckDb.rows("FROM " + contract.name())).isEmpty();
      assertThat(columnsOf(contract)).isEqualTo(declared(contract));
    }
  }

  @Test
  void theMartsAreThoseOfTheVersion() throws Exception {
    writeMarts(lake, VERSION, "this");
    writeMarts(lake, new VersionName(VERSION.asOfDate(), 2), "other");

    createViews(lake, VERSION);

    assertThat(duckDb.column("SELECT seller_id FROM disputes")).containsExactly("this");
    for (Contract<?> mart : MartContracts.ALL) {
      assertThat(duckDb.rows("FROM " + mart.name())).hasSize(1);
      assertThat(columnsOf(mart)).isEqualTo(declared(mart));
    }
  }

  @Test
  void theScriptCreatesWhatTheStatementsDo() throws Exception {
    land(lake, Transaction.CONTRACT, 1, transaction(1, 2, "t-1", "one"));

    duckDb.execute(new LakeViews(lake, null, inputs).script(Dialect.DUCKDB));

    assertThat(skus()).containsExactly("one");
    assertThat(duckDb.column("SELECT count(*) FROM duckdb_views() WHERE NOT internal"))
        .containsExactly(String.valueOf(Columns.contracts().size()));
  }

  @Test
  void aLakeMayLieAnywhere() throws Exception {
    Lake odd = new Lake(folder.resolve("O'Hara's lake [1] *?"));
    land(odd, Transaction.CONTRACT, 1, transaction(1, 2, "t-1", "one"));
    writeMarts(odd, VERSION, "s-1");

    createViews(odd, VERSION);

    assertThat(skus()).containsExactly("one");
    assertThat(duckDb.column("SELECT seller_id FROM outcomes")).containsExactly("s-1");
  }

  @Test
  void sparkReadsTheBatchesThatCountByTheirNumbers() throws Exception {
    land(lake, Transaction.CONTRACT, 7, transaction(7, 2, "t-1", "one"));
    land(lake, Transaction.CONTRACT, 12, transaction(12, 2, "t-2", "two"));

    String script = new LakeViews(lake, VERSION, inputs).script(Dialect.SPARK);

    assertThat(script)
        .contains("FROM parquet.`%s` WHERE batch IN (7, 12)".formatted(lake.landed("transactions")))
        .contains("CAST(NULL AS TIMESTAMP) AS occurred_at")
        .contains(
            "VIEW outcomes AS\nSELECT * FROM parquet.`%s`"
                .formatted(lake.version(VERSION).resolve("outcomes")));
  }

  @SafeVarargs
  private void land(Lake into, Contract<?> contract, int batch, Map<String, Object>... rows)
      throws SQLException, IOException {
    new LandedRows(duckDb, contract)
        .write(into.batch(contract.name(), batch).resolve("part-0.parquet"), rows);
    inputs.add(new Input(contract.name(), batch, "00"));
  }

  private void reject(int batch, String message) throws SQLException, IOException {
    new LandedRows(duckDb, Reject.CONTRACT)
        .write(
            lake.batch("rejects", batch).resolve("part-0.parquet"),
            Map.of("message", message, "batch_number", batch));
  }

  private void writeMarts(Lake into, VersionName version, String sellerId)
      throws SQLException, IOException {
    for (Contract<?> mart : MartContracts.ALL) {
      Path file =
          into.version(version).resolve(mart.name()).resolve(version.fileName(mart.name(), 0));
      boolean hasSeller =
          mart.fields().stream().anyMatch(field -> field.name().equals("seller_id"));
      new LandedRows(duckDb, mart)
          .write(file, hasSeller ? Map.of("seller_id", sellerId) : Map.of());
    }
  }

  private void createViews(Lake of, @Nullable VersionName version) throws SQLException {
    for (String statement : new LakeViews(of, version, inputs).statements(Dialect.DUCKDB)) {
      duckDb.execute(statement);
    }
  }

  private List<String> skus() throws SQLException {
    return duckDb.column("SELECT sku FROM transactions");
  }

  private List<List<String>> columnsOf(Contract<?> contract) throws SQLException {
    return duckDb.rows(
        "SELECT column_name, column_type FROM (DESCRIBE %s)".formatted(contract.name()));
  }

  private List<List<String>> declared(Contract<?> contract) throws SQLException {
    String columns = contract.fields().stream().map(Dialect.DUCKDB::column).collect(joining(", "));
    duckDb.execute("CREATE OR REPLACE TABLE declared (%s)".formatted(columns));
    return duckDb.rows("SELECT column_name, column_type FROM (DESCRIBE declared)");
  }

  private static Map<String, Object> transaction(int batch, int line, String id, String sku) {
    return Map.of("transaction_id", id, "sku", sku, "batch_number", batch, "line_number", line);
  }
}
