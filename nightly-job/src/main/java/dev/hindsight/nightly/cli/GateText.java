package dev.hindsight.nightly.cli;

import static java.util.stream.Collectors.joining;

import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.gates.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the quality gates said, for a person. */
record GateText(List<Verdict> verdicts) {
  private static final String LABEL = "gates";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String passed =
        of(Kind.PASSED).stream().map(verdict -> verdict.gate().key()).collect(joining(", "));
    if (!passed.isEmpty()) {
      lines.add(SummaryText.line(LABEL, "passed: %s", passed));
    }
    for (Verdict verdict : of(Kind.UNTOLD)) {
      lines.add(told(verdict, "passed, for nothing can be told: " + verdict.numbers()));
    }
    for (Verdict verdict : verdicts) {
      AcceptedGate acceptance = verdict.acceptance();
      if (acceptance != null) {
        lines.add(
            told(verdict, "accepted by %s (%s)".formatted(acceptance.words(), verdict.numbers())));
      }
    }
    for (Verdict verdict : of(Kind.STOPPED)) {
      lines.add(told(verdict, "stopped: " + verdict.numbers()));
    }
    return lines;
  }

  private List<Verdict> of(Kind kind) {
    return verdicts.stream().filter(verdict -> verdict.kind() == kind).toList();
  }

  private static String told(Verdict verdict, String words) {
    return SummaryText.line(LABEL, "%s %s", verdict.gate().key(), words);
  }
}
