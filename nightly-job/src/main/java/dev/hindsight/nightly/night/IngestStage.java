package dev.hindsight.nightly.night;

import dev.hindsight.ingest.IngestRequest;
import dev.hindsight.ingest.LandingIngest;
import java.util.Objects;

/** Lands what is new. */
record IngestStage(LandingIngest ingest) implements Stage {
  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void run(NightRequest request, NightSummary summary) {
    summary.ingested(
        ingest.ingest(
            new IngestRequest(
                request.lake(),
                Objects.requireNonNull(request.landing(), "ingest needs a landing folder"),
                request.formats(),
                request.fileRules(),
                request.progress())));
  }
}
