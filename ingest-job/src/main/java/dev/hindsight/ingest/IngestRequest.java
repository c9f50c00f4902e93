package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.RejectBudget;
import java.nio.file.Path;

/** What to ingest, into which lake, under which rules. */
public record IngestRequest(Lake lake, Path landingFolder, RejectBudget budget) {}
