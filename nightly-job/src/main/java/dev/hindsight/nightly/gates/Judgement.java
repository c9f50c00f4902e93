package dev.hindsight.nightly.gates;

import static java.util.stream.Collectors.joining;

import dev.hindsight.nightly.gates.Verdict.Kind;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the gates say of one candidate. */
record Judgement(
    Candidate candidate, LakeDatabase marts, GateRules rules, List<AcceptedGate> acceptedBefore) {
  private static final int MOST_TOLD = 3;

  List<Verdict> verdicts() throws IOException {
    List<Verdict> verdicts = new ArrayList<>(days());
    verdicts.add(missingTransactions());
    verdicts.add(sums());
    return verdicts;
  }

  private List<Verdict> days() throws IOException {
    JudgedDays days = JudgedDays.of(candidate, marts, rules.bounds());
    if (days.obstacle() != null) {
      return List.of(
          new Verdict(Gate.MISSING_DAY, Kind.UNTOLD, days.obstacle(), null),
          new Verdict(Gate.DAILY_COUNTS, Kind.UNTOLD, days.obstacle(), null));
    }
    return List.of(
        verdict(Gate.MISSING_DAY, days.findings(Gate.MISSING_DAY), "no day is missing"),
        verdict(Gate.DAILY_COUNTS, days.findings(Gate.DAILY_COUNTS), "days are as usual"));
  }

  private Verdict missingTransactions() throws IOException {
    MissingTransactions missing = MissingTransactions.of(candidate, marts);
    if (missing.obstacle() != null) {
      return new Verdict(Gate.MISSING_TRANSACTIONS, Kind.UNTOLD, missing.obstacle(), null);
    }
    double share = rules.bounds().missingTransactionShare();
    List<Finding> findings =
        missing.isBeyond(share)
            ? List.of(
                new Finding(
                    Gate.MISSING_TRANSACTIONS, candidate.asOfDate(), missing.numbers(share)))
            : List.of();
    return verdict(Gate.MISSING_TRANSACTIONS, findings, missing.numbers(share));
  }

  private Verdict sums() throws IOException {
    List<Finding> findings =
        new Sums(candidate, marts)
            .disagreements().stream()
                .map(words -> new Finding(Gate.SUMS, candidate.asOfDate(), words))
                .toList();
    return verdict(Gate.SUMS, findings, "the marts add up");
  }

  /**
   * @param passed what is said where nothing is found
   */
  private Verdict verdict(Gate gate, List<Finding> findings, String passed) {
    if (findings.isEmpty()) {
      return new Verdict(gate, Kind.PASSED, passed, null);
    }
    List<Finding> open = findings.stream().filter(found -> acceptance(found).isEmpty()).toList();
    if (open.isEmpty()) {
      AcceptedGate before = acceptance(findings.get(0)).orElseThrow();
      return new Verdict(gate, Kind.ACCEPTED_BEFORE, numbers(findings), before);
    }
    String numbers = numbers(open);
    return rules.accepted().contains(gate)
        ? new Verdict(gate, Kind.ACCEPTED, numbers, accepted(gate, numbers))
        : new Verdict(gate, Kind.STOPPED, numbers, null);
  }

  private AcceptedGate accepted(Gate gate, String numbers) {
    return new AcceptedGate(
        gate.key(), candidate.asOfDate(), rules.acceptedBy(), rules.reason(), numbers);
  }

  private Optional<AcceptedGate> acceptance(Finding finding) {
    return acceptedBefore.stream().filter(accepted -> accepted.covers(finding)).findFirst();
  }

  private static String numbers(List<Finding> findings) {
    String told = findings.stream().limit(MOST_TOLD).map(Finding::numbers).collect(joining("; "));
    return findings.size() <= MOST_TOLD
        ? told
        : "%s; and %d more".formatted(told, findings.size() - MOST_TOLD);
  }
}
