package dev.hindsight.datasets.marts;

import dev.hindsight.datasets.contract.Doc;
import org.jspecify.annotations.Nullable;

/** Where the time goes, of the disputes opened in the window; medians by Kaplan-Meier. */
public record ReportTimes(
    @Doc("Hours within which the seller had replied to half; absent while more than half wait")
        @Nullable Double medianHoursToFirstReply,
    @Doc("The same of all sellers' disputes together") @Nullable Double allMedianHoursToFirstReply,
    @Doc("Hours within which half of the seller's had their outcome")
        @Nullable Double medianHoursToResolution,
    @Doc("The seller's disputes that were escalated to the marketplace") long escalatedCount,
    @Doc("Hours from the escalation within which half of these were decided or ended")
        @Nullable Double medianHoursInReview,
    @Doc("The same of all sellers' disputes together: how slow the marketplace is")
        @Nullable Double allMedianHoursInReview) {}
