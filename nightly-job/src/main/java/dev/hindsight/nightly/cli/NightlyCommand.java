package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest;
import picocli.CommandLine.Command;

/** The whole night. */
@Command(
    name = "nightly",
    header = {
      "Ingest what is new, analyze it, write the reports.",
      "",
      "Example: hindsight nightly --landing /data/landing --lake /data/lake",
      ""
    })
final class NightlyCommand extends RunCommand {
  @Override
  boolean ingests() {
    return true;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.run(request, summary);
  }
}
