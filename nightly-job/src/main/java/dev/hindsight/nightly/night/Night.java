package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.NeverRunInstances;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.reports.delivery.DeliveryFilter;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;

/** Runs a whole night, or a stage of it. The caller holds the lake. */
public final class Night {
  private static final Logger log = LoggerFactory.getLogger(Night.class);

  private final BatchContext batch;
  private final List<Stage> stages;
  private final InstantSource clock;

  public Night(BatchContext batch, Distribution distribution, InstantSource clock) {
    this(batch, batch.stages(distribution, new AsOfDate(clock)), clock);
  }

  Night(BatchContext batch, List<Stage> stages, InstantSource clock) {
    this.batch = batch;
    this.stages = List.copyOf(stages);
    this.clock = clock;
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
   * Sends reports again that were refused, or of which nobody knows what became, because somebody
   * asks.
   *
   * @throws NightException when a message no longer lies in the outbox
   */
  public void resend(NightRequest request, DeliveryFilter filter, NightSummary summary)
      throws IOException {
    summary.delivered(batch.delivery().resend(ReportStage.deliveryRequest(request), filter));
  }

  /**
   * Runs the stages as one job. What a former run of the same night finished is not done again:
   * each stage finds that in the lake and the outbox, never in the job repository's memory, which
   * knows nothing of a lake that was changed or set back since.
   */
  public void run(NightRequest request, NightSummary summary) throws IOException {
    run(request, landingDigest(request), stages, summary);
  }

  /**
   * Ingests once, then makes the dates in order, each a version of its own with its reports; sends
   * nothing. Dates that are made already are found so.
   *
   * @throws NightException when an end of the dates has nothing to be made of
   */
  public void backFill(NightRequest request, BackFill dates, NightSummary summary)
      throws IOException {
    StageTasklet.timed(stages.get(0), request, summary);
    LandedFiles landed = LandedFiles.of(request.lake(), ManifestJson.reader(LandedFile.class));
    dates.requireLanded(request, landed, new AsOfDate(clock));
    String landing = landingDigest(request);
    for (LocalDate date : dates.dates()) {
      NightSummary night = new NightSummary();
      run(request.backFilling(date), landing, stages.subList(1, stages.size()), night);
      summary.filled(night);
      log.info("{} of {} dates done: {}", summary.backFilled().size(), dates.dates().size(), date);
    }
  }

  private static String landingDigest(NightRequest request) {
    return LandingFolder.of(Objects.requireNonNull(request.landing()), request.formats()).digest();
  }

  private void run(NightRequest request, String landing, List<Stage> chosen, NightSummary summary)
      throws IOException {
    NightParameters night = new NightParameters(request, landing, request.yesterday(clock));
    JobRepository repository = batch.repository();
    repository.findRunningJobExecutions(NightlyJob.NAME).forEach(batch.operator()::recover);
    int attempt = 1;
    JobExecution last = last(night, attempt);
    while (last != null && last.getStatus() == BatchStatus.COMPLETED) {
      last = last(night, ++attempt);
    }
    Job job = new NightlyJob(repository, chosen).of(request, summary);
    execute(job, night.toJobParameters(attempt));
  }

  private @Nullable JobExecution last(NightParameters night, int attempt) {
    return batch.repository().getLastJobExecution(NightlyJob.NAME, night.toJobParameters(attempt));
  }

  private void execute(Job job, JobParameters parameters) throws IOException {
    NeverRunInstances.forget(batch.repository(), job.getName(), parameters);
    JobExecution execution;
    try {
      execution = batch.operator().start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("The night cannot start: " + e.getMessage(), e);
    }
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw failure(execution);
    }
  }

  /** As the stage threw it: what kind it is decides the exit code. */
  private static RuntimeException failure(JobExecution execution) throws IOException {
    Throwable first = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
    if (first instanceof IOException broken) {
      throw broken;
    }
    if (first instanceof Error fatal) {
      throw fatal;
    }
    return first instanceof RuntimeException known
        ? known
        : new IllegalStateException(
            "The night failed" + (first == null ? "" : ": " + first), first);
  }
}
