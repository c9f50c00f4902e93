package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.LandedFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, and of how many of its rows in this run.
 *
 * @param dataset absent when the file is no feed's
 * @param profile the source profile that it was read with; absent for the canonical format
 * @param readCount rows of the file
 * @param acceptedCount rows that the dataset has of them; under a profile a row of the file may
 *     become several
 * @param rejectedCount rows of the file that were not taken
 * @param leftOutCount rows of the file that its profile leaves out on purpose
 * @param message what a person should know of it
 */
public record FileResult(
    String fileName,
    @Nullable String dataset,
    FileStatus status,
    @Nullable String profile,
    long readCount,
    long acceptedCount,
    long rejectedCount,
    long leftOutCount,
    @Nullable String message) {

  static FileResult landed(LandedFile file, @Nullable String message) {
    return new FileResult(
        file.fileName(),
        file.dataset(),
        FileStatus.LANDED,
        file.profile(),
        Objects.requireNonNullElse(file.readCount(), 0L),
        file.acceptedCount(),
        file.rejectedCount(),
        Objects.requireNonNullElse(file.leftOutCount(), 0L),
        message);
  }

  static FileResult withoutRows(
      String fileName, @Nullable String dataset, FileStatus status, @Nullable String message) {
    return new FileResult(fileName, dataset, status, null, 0, 0, 0, 0, message);
  }
}
