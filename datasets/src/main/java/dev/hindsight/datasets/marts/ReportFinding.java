package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.marts.SellerReport.MonthLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A confirmed finding of a seller who is accountable for it: what a report may be frank about. */
public record ReportFinding(
    @Doc("The taxonomy's name of the cause") String cause,
    @Doc("The cause in words") String label,
    @Doc("Disputed orders of the window for this cause, at most one dispute each")
        long observedCount,
    @Doc("What similar sellers would have had") double expectedCount,
    @Doc("The least that 95 of 100 ordinary sellers with that expectation would have")
        @Nullable Long usualLow,
    @Doc("The most that 95 of 100 ordinary sellers with that expectation would have")
        @Nullable Long usualHigh,
    @Doc("observed_count / expected_count") double ratio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double ratioHigh,
    @Doc(
            "Benjamini-Hochberg over the pairs of the night with five or more expected, or over those with less")
        double qValue,
    @Doc("(shrunken ratio - 1) x expected_count") @Nullable Double avoidableCount,
    @Doc("Posterior, 95 %") @Nullable Double avoidableCountLow,
    @Doc("Posterior, 95 %") @Nullable Double avoidableCountHigh,
    @Doc("observed_count of the previous window, as known at its end") long previousObservedCount,
    @Doc("expected_count of the previous window, as known at its end")
        @Nullable Double previousExpectedCount,
    @Doc("Exact two-sided test of this window's ratio against the previous one's")
        @Nullable Double changePValue,
    @Doc("Different buyers of observed_count; absent where the log names none")
        @Nullable Long buyerCount,
    @Doc("Share of observed_count of the buyer with the most; absent where the log names none")
        @Nullable Double topBuyerShare,
    @Doc("Disputes of the cause opened in each month of `months`") List<MonthLine> months) {

  public ReportFinding {
    required(cause, "cause");
    required(label, "label");
    months = List.copyOf(required(months, "months"));
  }
}
