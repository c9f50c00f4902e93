package dev.hindsight.ingest;

import dev.hindsight.ingest.landing.Share;
import java.util.List;

/**
 * What became of every file in the landing folder that is the share's, in the order of their names.
 *
 * @param share which part of the folder was ingested
 * @param otherCount files of the folder that are other shares'
 */
public record IngestResult(List<FileResult> files, Share share, int otherCount) {
  public IngestResult {
    files = List.copyOf(files);
  }

  public List<FileResult> withStatus(FileStatus status) {
    return files.stream().filter(file -> file.status() == status).toList();
  }

  /** Rows that this run took. */
  public long acceptedCount() {
    return files.stream().mapToLong(FileResult::acceptedCount).sum();
  }

  /** Rows that this run did not take, of files that it took. */
  public long rejectedCount() {
    return files.stream().mapToLong(FileResult::rejectedCount).sum();
  }

  /** Whether a person should look: a row or a file was refused. */
  public boolean hasRefusals() {
    return rejectedCount() > 0 || !withStatus(FileStatus.REFUSED).isEmpty();
  }
}
