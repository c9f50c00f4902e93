package dev.hindsight.ingest.batches;

import java.util.Set;

/**
 * When a file that can be read is refused all the same.
 *
 * @param acceptedFiles names of files that may lack rows which their former selves had
 */
public record FileRules(RejectBudget budget, Set<String> acceptedFiles) {
  public FileRules {
    acceptedFiles = Set.copyOf(acceptedFiles);
  }
}
