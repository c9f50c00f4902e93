package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.ingest.FileStatus;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * A stage as a step. The version that a finished analysis made, and how far had landed, are
 * remembered for a restart that begins after it.
 */
record StageTasklet(Stage stage, NightRequest request, NightSummary summary) implements Tasklet {
  private static final String VERSION = "version";
  private static final String HIGHEST_BATCH = "highestBatch";
  private static final String REFUSED_FILES = "refusedFiles";

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk)
      throws IOException {
    ExecutionContext ofJob =
        contribution.getStepExecution().getJobExecution().getExecutionContext();
    if (summary.version() == null) {
      VersionManifest remembered = version(ofJob, request.lake());
      if (remembered != null) {
        summary.analyzed(remembered, false);
      }
    }
    timed(stage, request, summary);
    VersionManifest made = summary.version();
    if (made != null) {
      ofJob.putString(VERSION, made.version());
    }
    if (summary.ingest() != null) {
      ofJob.putInt(REFUSED_FILES, summary.ingest().withStatus(FileStatus.REFUSED).size());
    }
    ofJob.putInt(HIGHEST_BATCH, highestBatch(request.lake()));
    return RepeatStatus.FINISHED;
  }

  static void timed(Stage stage, NightRequest request, NightSummary summary) throws IOException {
    long start = System.nanoTime();
    stage.run(request, summary);
    summary.took(stage.name(), (System.nanoTime() - start) / 1e9);
  }

  /**
   * Whether the lake still has what an execution remembers to have left in it; a lake that was set
   * back, or removed, has not.
   */
  static boolean isStillThere(ExecutionContext context, Lake lake) throws IOException {
    boolean isVersionGone = context.containsKey(VERSION) && version(context, lake) == null;
    return !isVersionGone && context.getInt(HIGHEST_BATCH, 0) <= highestBatch(lake);
  }

  /** Files that the ingest of an execution refused. */
  static int refusedFileCount(ExecutionContext context) {
    return context.getInt(REFUSED_FILES, 0);
  }

  private static int highestBatch(Lake lake) throws IOException {
    return LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).highestBatch();
  }

  /** The version that an execution remembers, if it still is there. */
  static @Nullable VersionManifest version(ExecutionContext context, Lake lake) throws IOException {
    if (!context.containsKey(VERSION)) {
      return null;
    }
    VersionName name = VersionName.parse(context.getString(VERSION)).orElseThrow();
    Path manifest = lake.version(name).resolve(Lake.VERSION_MANIFEST);
    return Files.exists(manifest) ? ManifestJson.read(manifest, VersionManifest.class) : null;
  }
}
