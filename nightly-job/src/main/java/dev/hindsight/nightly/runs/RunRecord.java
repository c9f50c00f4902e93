package dev.hindsight.nightly.runs;

import dev.hindsight.nightly.gates.AcceptedGate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ran and how it ended; one file of {@code LAKE/_runs}.
 *
 * @param exitCode absent while it runs, and for ever when it was killed
 * @param version the version that it published, or found published
 * @param feedRows what this run took of each feed, and what it did not
 * @param refusals files that were refused, and why
 * @param stageSeconds how long each stage took
 * @param acceptedGates quality gates that somebody let it pass, and why
 * @param failure the first cause, where it failed
 */
public record RunRecord(
    String runId,
    String command,
    long processId,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Integer exitCode,
    @Nullable String asOfDate,
    @Nullable String version,
    @Nullable Long landedFileCount,
    @Nullable Long acceptedCount,
    @Nullable Long rejectedCount,
    @Nullable Long reportCount,
    List<FeedRows> feedRows,
    List<String> refusals,
    Map<String, Double> stageSeconds,
    List<AcceptedGate> acceptedGates,
    @Nullable String failure) {

  public RunRecord {
    feedRows = feedRows == null ? List.of() : List.copyOf(feedRows);
    refusals = refusals == null ? List.of() : List.copyOf(refusals);
    stageSeconds = stageSeconds == null ? Map.of() : stageSeconds;
    acceptedGates = acceptedGates == null ? List.of() : List.copyOf(acceptedGates);
  }

  /** Whether it did what it was asked to, even where a person should look. */
  public boolean isSuccess() {
    return exitCode != null && (exitCode == 0 || exitCode == 3);
  }

  /** Rows of a feed's files that landed in a run. */
  public record FeedRows(String feed, long acceptedCount, long rejectedCount) {}
}
