package dev.hindsight.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Grain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import java.util.Random;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what DuckDB, a reader of its own, finds. */
class ContractWriterTest {
  private final Path file;

  ContractWriterTest(@TempDir Path folder) {
    file = folder.resolve("new/part-0.parquet");
  }

  enum Colour {
    RED,
    BLUE
  }

  @Grain(value = "one row per thing", key = "id")
  record Thing(
      String id,
      @Nullable String note,
      @Nullable Colour colour,
      @Nullable Integer pieces,
      @Nullable BigDecimal amount,
      @Nullable Instant madeAt,
      @Nullable LocalDate madeDate,
      long line) {
    static final Contract<Thing> CONTRACT = Contract.of("things", Thing.class);
  }

  @Grain(value = "one row per thing", key = "id")
  record Measure(String id, double length) {}

  @Test
  void everyTypeIsReadBack() throws Exception {
    write(
        List.of(
            new Thing(
                "t-1",
                "caf\u00e9 \ud83d\ude00",
                Colour.BLUE,
                3,
                new BigDecimal("12.5"),
                Instant.parse("2024-03-01T10:00:00.123456Z"),
                LocalDate.of(1969, 12, 31),
                7),
            new Thing("t-2", null, null, null, null, null, null, Long.MAX_VALUE)));

    assertThat(query("SELECT COLUMNS(*)::VARCHAR FROM $f ORDER BY id"))
        .containsExactly(
            "t-1|caf\u00e9 \ud83d\ude00|BLUE|3|12.5000|2024-03-01 10:00:00.123456+00|1969-12-31|7",
            "t-2|null|null|null|null|null|null|9223372036854775807");
    assertThat(query("SELECT column_type FROM (DESCRIBE SELECT * FROM $f)"))
        .containsExactly(
            "VARCHAR",
            "VARCHAR",
            "VARCHAR",
            "INTEGER",
            "DECIMAL(18,4)",
            "TIMESTAMP WITH TIME ZONE",
            "DATE",
            "BIGINT");
  }

  @Test
  void fileWithoutRowsHasItsColumns() throws Exception {
    write(List.of());

    assertThat(query("SELECT count(*) FROM $f")).containsExactly("0");
    assertThat(query("SELECT column_name FROM (DESCRIBE SELECT * FROM $f)")).hasSize(8);
  }

  /** From pages all alike to ones that no dictionary serves, with and without absent cells. */
  @ParameterizedTest(name = "{0} distinct notes")
  @ValueSource(ints = {1, 2, 300, 20_000, 90_000})
  void everyCellOfManyPagesIsReadBack(int distinct) throws Exception {
    List<Thing> rows = rows(100_000, distinct);

    write(rows);

    assertThat(query("SELECT id, note, colour, amount, line FROM $f ORDER BY line"))
        .isEqualTo(
            rows.stream()
                .map(
                    row ->
                        "%s|%s|%s|%s|%s"
                            .formatted(row.id, row.note, row.colour, row.amount, row.line))
                .toList());
  }

  @Test
  void largeFilesHaveSeveralRowGroups() throws Exception {
    Random random = new Random(1);
    try (RecordWriter<Thing> writer = RecordWriter.open(file, Thing.CONTRACT)) {
      byte[] noise = new byte[300];
      for (int i = 0; i < 200_000; i++) {
        random.nextBytes(noise);
        String note = new String(noise, StandardCharsets.ISO_8859_1);
        writer.write(new Thing("t-" + i, note, null, null, null, null, null, i));
      }
    }

    assertThat(query("SELECT count(DISTINCT row_group_id) > 1 FROM parquet_metadata($name)"))
        .containsExactly("true");
    assertThat(query("SELECT count(*), count(DISTINCT note), sum(line) FROM $f"))
        .containsExactly("200000|200000|19999900000");
  }

  @Test
  void statisticsLetReadersSkipDates() throws Exception {
    write(
        List.of(
            new Thing("a", null, null, null, null, null, LocalDate.of(2024, 1, 2), 5),
            new Thing("b", null, null, null, null, null, LocalDate.of(2024, 3, 4), 6)));

    assertThat(
            query(
                "SELECT stats_min_value, stats_max_value, stats_null_count FROM parquet_metadata($name)"
                    + " WHERE path_in_schema = 'made_date'"))
        .containsExactly("2024-01-02|2024-03-04|0");
  }

  /** A page of which the index says that it has no values is skipped by readers that want some. */
  @Test
  void columnIndexKnowsThatTextsAreThere() throws Exception {
    write(rows(9_000, 300));

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      for (ColumnChunkMetaData column : reader.getFooter().getBlocks().get(0).getColumns()) {
        boolean isEmpty = Set.of("colour", "pieces", "made_at", "made_date").contains(name(column));
        assertThat(reader.readColumnIndex(column).getNullPages())
            .as(name(column))
            .containsOnly(isEmpty);
      }
    }
    assertThat(
            query(
                "SELECT stats_min_value, stats_max_value FROM parquet_metadata($name)"
                    + " WHERE path_in_schema = 'id'"))
        .containsExactly("t-0000000|t-0008999");
  }

  private static String name(ColumnChunkMetaData column) {
    return column.getPath().toDotString();
  }

  @Test
  void typesThatNoLandedDatasetHasAreRefused() {
    assertThatThrownBy(() -> ContractWriter.open(file, Contract.of("measures", Measure.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No landed dataset has columns of type DOUBLE");
  }

  @Test
  void cellsAreWrittenInAnyOrderAndThoseThatAreNotAreAbsent() throws Exception {
    byte[] text = "ab\u00e4c".getBytes(StandardCharsets.UTF_8);
    try (ContractWriter writer = ContractWriter.open(file, Thing.CONTRACT)) {
      writer.number(7, 1);
      writer.text(0, text, 1, 4);
      writer.endRow();
      writer.text(0, "second");
      writer.number(3, ContractWriter.ABSENT);
      writer.number(7, 2);
      writer.number(4, 12_5000);
      writer.endRow();
    }

    assertThat(query("SELECT COLUMNS(*)::VARCHAR FROM $f ORDER BY line"))
        .containsExactly(
            "b\u00e4|null|null|null|null|null|null|1", "second|null|null|null|12.5000|null|null|2");
  }

  @Test
  void rowWithoutARequiredCellIsAMistake() {
    assertThatThrownBy(
            () -> {
              try (ContractWriter writer = ContractWriter.open(file, Thing.CONTRACT)) {
                writer.text(0, "only an id");
                writer.endRow();
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Required column line is absent");
  }

  /** A page of many wide rows would not fit into memory; pages with fewer rows do. */
  @Test
  void wideRowsMakePagesOfFewRows() throws Exception {
    List<Thing> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(new Thing("t-" + i, "x".repeat(700_000) + i, null, null, null, null, null, i));
    }

    write(rows);

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      ColumnChunkMetaData notes = reader.getFooter().getBlocks().get(0).getColumns().get(1);
      assertThat(reader.readColumnIndex(notes).getNullPages()).hasSizeBetween(4, 40);
    }
    assertThat(new RecordReader<>(Thing.CONTRACT).read(file)).isEqualTo(rows);
  }

  /** Short and long texts, alike in their first bytes or not, equal to others or not. */
  @Test
  void textsOfAllLengthsAreReadBack() throws Exception {
    Random random = new Random(2);
    List<Thing> rows = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      int length = random.nextInt(random.nextInt(40) + 1);
      StringBuilder note = new StringBuilder();
      for (int j = 0; j < length; j++) {
        note.append("aaaaaaab\u00e9\u20ac".charAt(random.nextInt(10)));
      }
      rows.add(new Thing("t-" + i % 900, note.toString(), null, null, null, null, null, i));
    }

    write(rows);

    assertThat(new RecordReader<>(Thing.CONTRACT).read(file)).isEqualTo(rows);
    assertThat(
            query(
                "SELECT min(stats_min_value) = (SELECT min(note) FROM $f),"
                    + " max(stats_max_value) = (SELECT max(note) FROM $f)"
                    + " FROM parquet_metadata($name) WHERE path_in_schema = 'note'"))
        .containsExactly("true|true");
  }

  private static List<Thing> rows(int count, int distinct) {
    Random random = new Random(distinct);
    List<Thing> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isBare = i % 7 == 0 && i > 9_000;
      rows.add(
          new Thing(
              "t-%07d".formatted(i),
              isBare ? null : "note " + random.nextInt(distinct),
              i < 50_000 ? null : Colour.RED,
              null,
              new BigDecimal("%d.%04d".formatted(random.nextInt(1_000), random.nextInt(10_000))),
              null,
              null,
              i));
    }
    return rows;
  }

  private void write(List<Thing> rows) throws IOException {
    try (RecordWriter<Thing> writer = RecordWriter.open(file, Thing.CONTRACT)) {
      for (Thing row : rows) {
        writer.write(row);
      }
    }
  }

  private List<String> query(String sql) throws SQLException {
    String named =
        sql.replace("$f", "'%s'".formatted(file)).replace("$name", "'%s'".formatted(file));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery(named)) {
        while (found.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(found.getObject(i)));
          }
          rows.add(String.join("|", cells));
        }
      }
      return rows;
    }
  }
}
