package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Doc;

/** A bound of a programme that the seller is near, or has broken. */
public record ReportBound(
    @Doc("Whose bound it is") String program,
    @Doc("What one is, or is no longer, within it") String tier,
    @Doc("What is counted; the unit is the order") ProgramMetric metric,
    @Doc("What the programme asks the rate to be, beside the bound") BoundOperator boundOperator,
    @Doc("The bound on the rate") double bound,
    @Doc("Days that the programme looks at; they end with the as-of date") int metricDays,
    @Doc("Events or orders that the rate counts, by the metric") long numeratorCount,
    @Doc("Of how many") long denominatorCount,
    @Doc("`BROKEN` or `NEAR`") BoundStanding standing) {

  public ReportBound {
    required(program, "program");
    required(tier, "tier");
    required(metric, "metric");
    required(boundOperator, "boundOperator");
    required(standing, "standing");
  }
}
