package dev.hindsight.nightly.gates;

import dev.hindsight.nightly.sql.LakeDatabase;
import dev.hindsight.nightly.sql.SqlFailedException;
import java.io.IOException;
import java.util.List;

/**
 * All gates.
 *
 * @param acceptedBefore what former runs accepted
 */
public record QualityGates(List<AcceptedGate> acceptedBefore) implements Gatekeeper {

  public QualityGates {
    acceptedBefore = List.copyOf(acceptedBefore);
  }

  @Override
  public List<Verdict> judge(Candidate candidate, GateRules rules) throws IOException {
    try (LakeDatabase marts = candidate.marts()) {
      return new Judgement(candidate, marts, rules, acceptedBefore).verdicts();
    } catch (SqlFailedException e) {
      throw new IllegalStateException(
          "The candidate of %s cannot be read: %s".formatted(candidate.asOfDate(), e.getMessage()),
          e);
    }
  }
}
