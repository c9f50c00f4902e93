package dev.hindsight.nightly.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.gates.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the quality gates said, for a person. */
record GateText(List<Verdict> verdicts) {
  private static final String LABEL = "gates";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String passed = keys(of(Kind.PASSED));
    if (!passed.isEmpty()) {
      lines.add(SummaryText.line(LABEL, "passed: %s", passed));
    }
    of(Kind.UNTOLD).stream()
        .collect(groupingBy(Verdict::numbers, LinkedHashMap::new, toList()))
        .forEach(
            (reason, untold) ->
                lines.add(SummaryText.line(LABEL, "not judged: %s (%s)", keys(untold), reason)));
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

  private static String keys(List<Verdict> some) {
    return some.stream().map(verdict -> verdict.gate().key()).collect(joining(", "));
  }

  private static String told(Verdict verdict, String words) {
    return SummaryText.line(LABEL, "%s %s", verdict.gate().key(), words);
  }
}
