package dev.hindsight.reports.wording;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a seller was told last.
 *
 * @param asOfDate the date that the last report was the state of
 * @param findingCauses the causes of the findings that it named
 */
public record LastReport(LocalDate asOfDate, Set<String> findingCauses) {
  public LastReport {
    findingCauses = Set.copyOf(findingCauses);
  }
}
