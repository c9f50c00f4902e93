package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.night.NightRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first stage alone. */
@Command(
    name = "ingest",
    header = {
      "Take into the lake what is new in the landing folder.",
      "",
      "Example: hindsight ingest --landing /data/landing --lake /data/lake",
      "         hindsight ingest --share 2/5 --landing /data/landing --lake /data/lake",
      ""
    })
final class IngestCommand extends RunCommand {
  @Option(
      names = "--share",
      paramLabel = "K/N",
      description =
          "Take only the K-th of N equal shares of what is new, for other machines take the others at the same time,"
              + " with the same job repository in PostgreSQL.")
  private @Nullable Share share;

  @Override
  boolean ingests() {
    return true;
  }

  @Override
  Optional<Share> share() {
    return Optional.ofNullable(share);
  }

  @Override
  String words() {
    return share == null ? "" : " --share " + share;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.runStage("ingest", request, summary);
  }
}
