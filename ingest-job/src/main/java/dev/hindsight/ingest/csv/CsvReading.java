package dev.hindsight.ingest.csv;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part of a file, from its first to its last. Refuses the file, with a {@link
 * FileRefusedException}, when it is not what it should be. Not safe for several threads.
 */
public interface CsvReading extends Closeable {
  /** The next row; absent after the last. Blank lines are not rows. */
  @Nullable CsvRow next();

  /** How much of the file, as it is stored, has been read; 0 where that cannot be told. */
  long bytesRead();
}
