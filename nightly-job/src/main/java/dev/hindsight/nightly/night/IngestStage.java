package dev.hindsight.nightly.night;

import dev.hindsight.ingest.IngestRequest;
import dev.hindsight.ingest.LandingIngest;
import dev.hindsight.ingest.landing.IngestHold;
import java.util.Objects;

/**
 * Lands what is new.
 *
 * @param hold what the run holds of the lake
 */
record IngestStage(LandingIngest ingest, IngestHold hold) implements Stage {
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
                hold,
                request.progress())));
  }
}
