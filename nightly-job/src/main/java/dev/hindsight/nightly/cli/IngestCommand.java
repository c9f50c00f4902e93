package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest;
import picocli.CommandLine.Command;

/** The first stage alone. */
@Command(
    name = "ingest",
    header = {
      "Take into the lake what is new in the landing folder.",
      "",
      "Example: hindsight ingest --landing /data/landing --lake /data/lake",
      ""
    })
final class IngestCommand extends RunCommand {
  @Override
  boolean ingests() {
    return true;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.runStage("ingest", request, summary);
  }
}
