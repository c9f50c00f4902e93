package dev.hindsight.nightly.gates;

import org.jspecify.annotations.Nullable;

/**
 * What a gate said of a candidate.
 *
 * @param numbers what it looked at, or found
 * @param acceptance who accepted it, and why; absent where nothing is accepted
 */
public record Verdict(Gate gate, Kind kind, String numbers, @Nullable AcceptedGate acceptance) {

  /** How a gate stands. */
  public enum Kind {
    PASSED,
    /** There is nothing to judge by yet. */
    UNTOLD,
    /** It would have stopped, and this run accepts it. */
    ACCEPTED,
    /** It would have stopped, and a former run has accepted it. */
    ACCEPTED_BEFORE,
    STOPPED
  }

  /** The gate and its numbers, with what to do. */
  String text() {
    return "gate %s: %s; %s".formatted(gate.key(), numbers, gate.remedy());
  }
}
