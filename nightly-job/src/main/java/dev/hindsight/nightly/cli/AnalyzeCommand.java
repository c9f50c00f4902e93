package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest;
import picocli.CommandLine.Command;

/** The second stage alone. */
@Command(
    name = "analyze",
    header = {
      "Make and publish a version from what has landed.",
      "",
      "Example: hindsight analyze --lake /data/lake --as-of 2026-06-30",
      ""
    })
final class AnalyzeCommand extends RunCommand {
  @Override
  boolean ingests() {
    return false;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.runStage("analyze", request, summary);
  }
}
