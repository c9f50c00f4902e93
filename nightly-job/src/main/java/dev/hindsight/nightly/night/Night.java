package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.ingest.landing.LandingFolder;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;

/** Runs a whole night, or a stage of it. The caller holds the lake. */
public final class Night {
  private final BatchContext batch;
  private final List<Stage> stages;
  private final AsOfDate asOfDate;

  public Night(BatchContext batch, Distribution distribution, InstantSource clock) {
    this.batch = batch;
    this.asOfDate = new AsOfDate(clock);
    this.stages = batch.stages(distribution, asOfDate);
  }

  /**
   * Runs one stage.
   *
   * @param stage its name
   */
  public void runStage(String stage, NightRequest request, NightSummary summary)
      throws IOException {
    Stage chosen =
        stages.stream().filter(known -> known.name().equals(stage)).findFirst().orElseThrow();
    StageTasklet.timed(chosen, request, summary);
  }

  /**
   * Runs the stages as one job: what a former run of the same night finished is not done again.
   *
   * @return whether there was anything to do
   */
  public boolean run(NightRequest request, NightSummary summary) throws IOException {
    LandingFolder folder = LandingFolder.of(Objects.requireNonNull(request.landing()));
    JobParameters parameters =
        new NightParameters(request, folder.digest(), asOfDate.yesterday(request))
            .toJobParameters();
    JobRepository repository = batch.repository();
    repository.findRunningJobExecutions(NightlyJob.NAME).forEach(batch.operator()::recover);
    JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
    if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
      return !isStillThere(last, request, summary) && execute(request, summary, parameters);
    }
    return execute(request, summary, parameters);
  }

  private boolean isStillThere(JobExecution last, NightRequest request, NightSummary summary)
      throws IOException {
    VersionManifest published = version(last, request.lake());
    if (published == null) {
      throw new NightException(
          "This night was done, but its version is gone from lake %s; run: hindsight analyze"
              .formatted(request.lake().root()));
    }
    summary.analyzed(published, false);
    return true;
  }

  private static @Nullable VersionManifest version(JobExecution execution, Lake lake)
      throws IOException {
    return StageTasklet.version(execution.getExecutionContext(), lake);
  }

  private boolean execute(NightRequest request, NightSummary summary, JobParameters parameters) {
    Job job = new NightlyJob(batch.repository(), stages).of(request, summary);
    JobExecution execution;
    try {
      execution = batch.operator().start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("The night cannot start: " + e.getMessage(), e);
    }
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw failure(execution);
    }
    return true;
  }

  private static RuntimeException failure(JobExecution execution) {
    Throwable first = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
    return first instanceof RuntimeException known
        ? known
        : new IllegalStateException(
            "The night failed" + (first == null ? "" : ": " + first), first);
  }
}
