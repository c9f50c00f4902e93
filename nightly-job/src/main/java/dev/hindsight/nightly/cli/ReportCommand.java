package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest;
import picocli.CommandLine.Command;

/** The third stage alone. */
@Command(
    name = "report",
    header = {
      "Write the reports of a published version.",
      "",
      "Example: hindsight report --lake /data/lake --outbox /data/outbox",
      ""
    })
final class ReportCommand extends RunCommand {
  @Override
  boolean ingests() {
    return false;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.runStage("report", request, summary);
  }
}
