package dev.hindsight.ingest.landing;

import org.jspecify.annotations.Nullable;

/**
 * A file that is to be landed, and its number.
 *
 * @param formatDigest of how it is read
 * @param replacesBatch the batch of its former self
 */
public record PlannedFile(
    String fileName,
    String sha256,
    String formatDigest,
    int batchNumber,
    @Nullable Integer replacesBatch) {

  /** Whether it is the same file under the same number. */
  boolean isOf(PlannedFile other) {
    return batchNumber == other.batchNumber && fileName.equals(other.fileName);
  }

  boolean isOf(LandingFile file) {
    return fileName.equals(file.name())
        && sha256.equals(file.sha256())
        && formatDigest.equals(file.format().digest());
  }
}
