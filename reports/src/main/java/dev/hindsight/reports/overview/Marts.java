package dev.hindsight.reports.overview;

import com.jerolba.carpet.CarpetParsingException;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.mart.MartRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The marts of a version. An older program may have made it, without some of them or of their
 * columns: those have no rows here, and are named.
 */
final class Marts {
  private final Lake lake;
  private final VersionName version;
  private final SortedSet<String> unread = new TreeSet<>();

  Marts(Lake lake, VersionName version) {
    this.lake = lake;
    this.version = version;
  }

  /** Hands over a mart's rows one by one. */
  <R extends Record> void read(Contract<?> mart, Class<R> rowType, Consumer<R> reader)
      throws IOException {
    if (!Files.isDirectory(lake.version(version).resolve(mart.name()))) {
      unread.add(mart.name());
      return;
    }
    try (MartRows<R> rows = MartRows.open(lake, version, mart, rowType)) {
      rows.forEachRemaining(reader);
    } catch (CarpetParsingException e) {
      unread.add(mart.name());
    }
  }

  /** The names of those that were wanted and could not be read. */
  List<String> unread() {
    return List.copyOf(unread);
  }
}
