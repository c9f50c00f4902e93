package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A batch of a lake as the ingest would have left it; DuckDB draws its rows. */
record GeneratedBatch(Lake lake, Contract<?> feed, int number) {
  private static final Map<Contract<?>, Field> DATES =
      Map.of(
          Transaction.CONTRACT, Transaction.ORDERED_DATE,
          DisputeEvent.CONTRACT, DisputeEvent.OCCURRED_DATE);

  /**
   * Lands it.
   *
   * @param rows a query, with the columns of the feed
   */
  void land(Statement duckDb, String rows) throws IOException, SQLException {
    Path folder = Files.createDirectories(lake.batch(feed.name(), number));
    Path file = folder.resolve("part-0.parquet");
    duckDb.execute("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(rows, file));
    Object count = values(duckDb, "count(*)", file).get(0);
    ManifestJson.write(
        folder.resolve(Lake.FILE_MANIFEST),
        new LandedFile(
            feed.name(),
            number,
            "%s-%d.csv".formatted(feed.name(), number),
            "generated " + number,
            Files.size(file),
            ((Number) count).longValue(),
            0,
            dates(duckDb, file),
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null));
  }

  private List<LocalDate> dates(Statement duckDb, Path file) throws SQLException {
    @Nullable Field date = DATES.get(feed);
    return date == null
        ? List.of()
        : values(duckDb, "DISTINCT " + date.name(), file).stream()
            .map(LocalDate.class::cast)
            .sorted()
            .toList();
  }

  private static List<Object> values(Statement duckDb, String column, Path file)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    try (ResultSet rows =
        Objects.requireNonNull(
            duckDb.executeQuery("SELECT %s FROM read_parquet('%s')".formatted(column, file)))) {
      while (rows.next()) {
        values.add(Objects.requireNonNull(rows.getObject(1)));
      }
    }
    return values;
  }
}
