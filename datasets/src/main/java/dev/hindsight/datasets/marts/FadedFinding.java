package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Doc;
import org.jspecify.annotations.Nullable;

/** What a seller was flagged for a week before, and no longer is. */
public record FadedFinding(
    @Doc("The taxonomy's name of the cause") String cause,
    @Doc("The cause in words") String label,
    @Doc("Disputed orders of the window for this cause, at most one dispute each")
        long observedCount,
    @Doc("What similar sellers would have had; absent when too little is sold")
        @Nullable Double expectedCount,
    @Doc("The least that 95 of 100 ordinary sellers with that expectation would have")
        @Nullable Long usualLow,
    @Doc("The most that 95 of 100 ordinary sellers with that expectation would have")
        @Nullable Long usualHigh,
    @Doc("observed_count of the previous window, as known at its end") long previousObservedCount,
    @Doc("expected_count of the previous window, as known at its end")
        @Nullable Double previousExpectedCount) {

  public FadedFinding {
    required(cause, "cause");
    required(label, "label");
  }
}
