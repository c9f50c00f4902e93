package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Doc;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing to do about a finding; a row of `recommendations` with the numbers beside it. */
public record ReportTask(
    @Doc("1 avoids most money; without amounts, most disputes") int recommendationRank,
    @Doc("The cause of the finding in `findings` that it is about") String cause,
    @Doc("What the disputed orders have in common; absent where the excess is spread evenly")
        @Nullable DriverDimension dimension,
    @Doc("Its value; absent likewise") @Nullable String dimensionValue,
    @Doc("The seller's order lines with the value; absent without a driver")
        @Nullable Long driverTransactionCount,
    @Doc("Of the finding's disputed orders, those with the value; absent without a driver")
        @Nullable Long driverObservedCount,
    @Doc("What the value would have at the ratio of the seller's other values; absent likewise")
        @Nullable Double driverExpectedCount,
    @Doc("The seller's order lines without the value; absent without a driver")
        @Nullable Long otherTransactionCount,
    @Doc("Of the finding's disputed orders, those without the value; absent without a driver")
        @Nullable Long otherObservedCount,
    @Doc("Other sellers are disputed more for this carrier or region, too; absent for others")
        @Nullable Boolean isHighForOthers,
    @Doc("What to do, from the playbook") String action,
    @Doc("What to keep and bring to a dispute of this kind, from the playbook") String evidence,
    @Doc("Whose rule asks for that evidence or measures this, from the playbook") String source,
    @Doc("Disputed orders a window that it would avoid") double avoidableCount,
    @Doc("Posterior, 95 %") double avoidableCountLow,
    @Doc("Posterior, 95 %") double avoidableCountHigh,
    @Doc("What these dispute, in `currency`; absent where no amount is known")
        @Nullable BigDecimal avoidableAmount,
    @Doc("Posterior, 95 %") @Nullable BigDecimal avoidableAmountLow,
    @Doc("Posterior, 95 %") @Nullable BigDecimal avoidableAmountHigh,
    @Doc("The reporting currency") String currency) {

  public ReportTask {
    required(cause, "cause");
    required(action, "action");
    required(evidence, "evidence");
    required(source, "source");
    required(currency, "currency");
  }
}
