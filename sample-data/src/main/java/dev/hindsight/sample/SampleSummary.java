package dev.hindsight.sample;

import java.nio.file.Path;

/** What was written, and where. */
public record SampleSummary(
    Path landingFolder,
    Path answerKey,
    long sellerCount,
    long transactionCount,
    long disputeCount,
    long eventCount,
    long plantedProblemCount) {}
