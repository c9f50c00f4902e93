package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.FileRules;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.landing.IngestHold;
import dev.hindsight.ingest.rows.SourceFormats;
import java.nio.file.Path;

/**
 * What to ingest, into which lake, how to read it and when to refuse it.
 *
 * @param hold what the caller holds of the lake
 * @param progress is told how far it is
 */
public record IngestRequest(
    Lake lake,
    Path landingFolder,
    SourceFormats formats,
    FileRules rules,
    IngestHold hold,
    Progress progress) {}
