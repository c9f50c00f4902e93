package dev.hindsight.nightly.night;

import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.gates.Candidate;
import dev.hindsight.nightly.gates.GateRules;
import dev.hindsight.nightly.gates.Gatekeeper;
import dev.hindsight.nightly.gates.QualityGates;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.util.List;

/** The quality gates, which do not ask again what a recorded run has accepted. */
final class RememberingGates implements Gatekeeper {
  @Override
  public List<Verdict> judge(Candidate candidate, GateRules rules) throws IOException {
    List<AcceptedGate> accepted =
        new RunRecords(candidate.lake())
            .latestFirst().stream().flatMap(run -> run.acceptedGates().stream()).toList();
    return new QualityGates(accepted).judge(candidate, rules);
  }
}
