package dev.hindsight.nightly.gates;

import java.time.LocalDate;

/**
 * That somebody published a date although a gate stopped it; stands in the record of the run.
 *
 * @param gate its key
 * @param numbers what was accepted
 */
public record AcceptedGate(
    String gate, LocalDate asOfDate, String acceptedBy, String reason, String numbers) {

  /** Of the same date, however often it is made again; a day is not asked about again either. */
  boolean covers(Finding finding) {
    boolean isDate =
        finding.gate().isOfDays()
            ? !finding.date().isAfter(asOfDate)
                && finding.date().isAfter(asOfDate.minusDays(DayGates.MOST_DAYS))
            : finding.date().equals(asOfDate);
    return isDate && finding.gate().key().equals(gate);
  }

  /** Who, and why. */
  public String words() {
    return "%s: %s".formatted(acceptedBy, reason);
  }
}
