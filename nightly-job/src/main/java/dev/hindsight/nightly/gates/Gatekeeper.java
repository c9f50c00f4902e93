package dev.hindsight.nightly.gates;

import java.io.IOException;
import java.util.List;

/** Judges a candidate before it is published. */
@FunctionalInterface
public interface Gatekeeper {
  /** One verdict a gate. */
  List<Verdict> judge(Candidate candidate, GateRules rules) throws IOException;
}
