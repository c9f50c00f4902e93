package dev.hindsight.datasets.lake;

import static dev.hindsight.datasets.contract.Required.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a landed file; the {@code _file.json} of its batch folder, in snake_case.
 *
 * @param dataset where its rows went
 * @param batchNumber its place in the order of landing; later means higher
 * @param sha256 of the file as it lay in the landing folder, compressed or not
 * @param dates the distinct UTC dates of its accepted rows, in order
 * @param acceptedCount rows that the dataset has of it
 * @param rejectedCount rows of the file that were not taken
 * @param replacesBatch the batch of a former file of the same name, which is obsolete now
 * @param readCount rows of the file; under a profile one of them may be several accepted ones
 * @param leftOutCount rows of the file that its profile leaves out on purpose
 * @param profile the source profile that it was read with; absent for the canonical format
 * @param profileDigest SHA-256 of that profile
 */
public record LandedFile(
    String dataset,
    int batchNumber,
    String fileName,
    String sha256,
    long sizeBytes,
    long acceptedCount,
    long rejectedCount,
    List<LocalDate> dates,
    Instant landedAt,
    @Nullable Integer replacesBatch,
    @Nullable Long readCount,
    @Nullable Long leftOutCount,
    @Nullable String profile,
    @Nullable String profileDigest) {

  public LandedFile {
    required(dataset, "dataset");
    required(fileName, "fileName");
    required(sha256, "sha256");
    required(landedAt, "landedAt");
    dates = List.copyOf(required(dates, "dates"));
  }
}
