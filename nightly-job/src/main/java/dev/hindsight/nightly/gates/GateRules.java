package dev.hindsight.nightly.gates;

import java.util.Set;

/**
 * What the gates allow a run.
 *
 * @param accepted gates that stop nothing as of the run's date
 * @param reason why; empty where none is accepted
 * @param acceptedBy who says so
 */
public record GateRules(GateBounds bounds, Set<Gate> accepted, String reason, String acceptedBy) {
  public static final GateRules DEFAULT = new GateRules(GateBounds.DEFAULT, Set.of(), "", "");

  public GateRules {
    accepted = Set.copyOf(accepted);
  }
}
