package dev.hindsight.nightly.runs;

import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.gates.AcceptedGate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern SHARE = Pattern.compile(" --share (\\d+/\\d+)$");

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

  /** How a run is named to whoever wants the lake while it goes on. */
  public static String holder(String command, long processId, Instant startedAt) {
    return "%s, process %d, since %s".formatted(command, processId, startedAt);
  }

  /** How this run is named. */
  public String holder() {
    return holder(command, processId, startedAt);
  }

  /** Which share of an ingest it was; absent where it was all of it. */
  public Optional<Share> share() {
    Matcher matcher = SHARE.matcher(command);
    return matcher.find() ? Optional.of(Share.of(matcher.group(1))) : Optional.empty();
  }

  /** Rows of a feed's files that landed in a run. */
  public record FeedRows(String feed, long acceptedCount, long rejectedCount) {}
}
