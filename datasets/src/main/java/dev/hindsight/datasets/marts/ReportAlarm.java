package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Doc;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A week in which a cause of the seller was far above what its own past makes usual. */
public record ReportAlarm(
    @Doc("The taxonomy's name of the cause") String cause,
    @Doc("The cause in words") String label,
    @Doc("Monday of the week, in the reporting time zone") LocalDate weekStartDate,
    @Doc("Orders first disputed for the cause in the week") long disputedOrderCount,
    @Doc("Disputed orders that the past lets expect") @Nullable Double expectedCount) {

  public ReportAlarm {
    required(cause, "cause");
    required(label, "label");
    required(weekStartDate, "weekStartDate");
  }
}
