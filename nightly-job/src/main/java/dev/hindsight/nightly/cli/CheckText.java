package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.batches.CheckResult;
import dev.hindsight.ingest.batches.CheckResult.ProblemCount;
import java.util.ArrayList;
import java.util.List;

/** What a check found, for a person. */
record CheckText(CheckResult result) {
  private static final int MOST_PROBLEMS = 20;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, %s format"
            .formatted(result.fileName(), result.dataset().replace('_', ' '), result.format()));
    lines.add(
        line(
            "rows",
            "%,d read, %,d rejected%s; %,d would be taken"
                .formatted(
                    result.readCount(),
                    result.rejectedCount(),
                    leftOut(),
                    result.acceptedCount())));
    if (result.firstDate() != null) {
      lines.add(line("dates", result.firstDate() + " to " + result.lastDate()));
    }
    if (!result.unusedColumns().isEmpty()) {
      lines.add(line("not used", String.join(", ", result.unusedColumns())));
    }
    result.problems().stream()
        .limit(MOST_PROBLEMS)
        .forEach(problem -> lines.add(line("%,d x".formatted(problem.count()), words(problem))));
    String refusal = result.refusal();
    lines.add(
        line("verdict", refusal == null ? "would land" : "would be refused whole: " + refusal));
    return lines;
  }

  private String leftOut() {
    return result.leftOutCount() == 0
        ? ""
        : ", %,d left out by the profile".formatted(result.leftOutCount());
  }

  private static String words(ProblemCount problem) {
    return "%s; the first: %s".formatted(problem.reason(), problem.example());
  }

  private static String line(String label, String text) {
    return "  %-10s %s".formatted(label, text);
  }
}
