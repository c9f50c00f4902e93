package dev.hindsight.reports.mart;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
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
 * The rows of one of a version's marts, file after file in the order of their names. Holds one file
 * open; not thread-safe.
 *
 * @param <R> the mart's record, or one with some of its components
 */
public final class MartRows<R extends Record> implements Iterator<R>, Closeable {
  private final String mart;
  private final Class<R> rowType;
  private final Queue<Path> files;
  private @Nullable CloseableIterator<R> rows;

  private MartRows(String mart, Class<R> rowType, List<Path> files) {
    this.mart = mart;
    this.rowType = rowType;
    this.files = new ArrayDeque<>(files);
  }

  /**
   * Opens a mart of a version.
   *
   * @throws MissingMartException when the version does not have it
   */
  public static <R extends Record> MartRows<R> open(
      Lake lake, VersionName version, Contract<?> mart, Class<R> rowType) throws IOException {
    Path folder = lake.version(version).resolve(mart.name());
    if (!Files.isDirectory(folder)) {
      throw new MissingMartException(lake, version, mart.name());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new MartRows<>(
          mart.name(),
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
      throw new UnreadableMartException(mart, e);
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
