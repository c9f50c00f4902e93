package dev.hindsight.reports.mart;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a version's {@code seller_reports}, file after file in the order of their names.
 * Holds one file open; not thread-safe.
 *
 * @param <R> the mart's record, or one with some of its components
 */
public final class SellerReportRows<R extends Record> implements Iterator<R>, Closeable {
  private final Class<R> rowType;
  private final Queue<Path> files;
  private @Nullable CloseableIterator<R> rows;

  private SellerReportRows(Class<R> rowType, List<Path> files) {
    this.rowType = rowType;
    this.files = new ArrayDeque<>(files);
  }

  /**
   * Opens the mart of a version.
   *
   * @throws MissingMartException when the version has none
   */
  public static <R extends Record> SellerReportRows<R> open(
      Lake lake, VersionName version, Class<R> rowType) throws IOException {
    String mart = SellerReport.CONTRACT.name();
    Path folder = lake.version(version).resolve(mart);
    if (!Files.isDirectory(folder)) {
      throw new MissingMartException(lake, version, mart);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new SellerReportRows<>(
          rowType,
          files
              .filter(file -> file.getFileName().toString().endsWith(".parquet"))
              .sorted()
              .toList());
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (rows == null || !rows.hasNext()) {
        close();
        Path next = files.poll();
        if (next == null) {
          return false;
        }
        rows = openFile(next);
      }
    } catch (IOException e) {
      throw new UnreadableMartException(e);
    }
    return true;
  }

  private CloseableIterator<R> openFile(Path file) {
    return new CarpetReader<>(file.toFile(), rowType)
        .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
        .iterator();
  }

  @Override
  public R next() {
    if (!hasNext() || rows == null) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    CloseableIterator<R> open = rows;
    rows = null;
    if (open != null) {
      open.close();
    }
  }
}
