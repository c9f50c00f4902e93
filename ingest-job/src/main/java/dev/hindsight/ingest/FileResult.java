package dev.hindsight.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file, and how many of its rows were taken by this run.
 *
 * @param dataset absent when the file is no feed's
 * @param message what a person should know of it
 */
public record FileResult(
    String fileName,
    @Nullable String dataset,
    FileStatus status,
    long acceptedCount,
    long rejectedCount,
    @Nullable String message) {

  static FileResult withoutRows(
      String fileName, @Nullable String dataset, FileStatus status, @Nullable String message) {
    return new FileResult(fileName, dataset, status, 0, 0, message);
  }
}
