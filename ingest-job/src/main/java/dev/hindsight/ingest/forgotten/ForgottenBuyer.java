package dev.hindsight.ingest.forgotten;

import java.time.Instant;
import java.util.List;

/**
 * A buyer who is to be forgotten.
 *
 * @param hash keyed, of the buyer's id
 * @param fileNames landed files that had the id, which may lie in a landing folder still
 */
public record ForgottenBuyer(String hash, Instant forgottenAt, List<String> fileNames) {
  public ForgottenBuyer {
    fileNames = fileNames == null ? List.of() : List.copyOf(fileNames);
  }
}
