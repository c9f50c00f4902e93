package dev.hindsight.reports.overview;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.mart.MartRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** The marts of a version, each of which can be absent: an older program may have made it. */
record Marts(Lake lake, VersionName version) {

  /** Hands over a mart's rows one by one; none where the version does not have it. */
  <R extends Record> void read(Contract<?> mart, Class<R> rowType, Consumer<R> reader)
      throws IOException {
    if (!has(mart)) {
      return;
    }
    try (MartRows<R> rows = MartRows.open(lake, version, mart, rowType)) {
      rows.forEachRemaining(reader);
    }
  }

  private boolean has(Contract<?> mart) {
    return Files.isDirectory(lake.version(version).resolve(mart.name()));
  }
}
