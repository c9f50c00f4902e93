package dev.hindsight.reports;

import dev.hindsight.reports.outbox.Outbox;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Writes the reports of a version: once, unless its folder is gone from the outbox. What a killed
 * run left is done again.
 *
 * <p>Whoever calls it holds the lake: a run that the job repository believes to be running is taken
 * for dead.
 */
public final class ReportRun {
  private static final Logger log = LoggerFactory.getLogger(ReportRun.class);
  private static final String LAST_STEP = "publishReportsStep";

  private final JobOperator jobOperator;
  private final JobRepository repository;
  private final Job writeReportsJob;
  private final RunningReports running;

  ReportRun(
      JobOperator jobOperator,
      JobRepository repository,
      Job writeReportsJob,
      RunningReports running) {
    this.jobOperator = jobOperator;
    this.repository = repository;
    this.writeReportsJob = writeReportsJob;
    this.running = running;
  }

  /**
   * Sees to it that the reports lie in the outbox.
   *
   * @throws ReportsFailedException saying why they do not
   */
  public ReportsResult write(ReportsRequest request) {
    Outbox outbox = new Outbox(request.outbox(), request.version());
    long again = 1;
    JobExecution last = last(request, again);
    while (last != null && last.getStatus() == BatchStatus.COMPLETED) {
      JobExecution next = last(request, again + 1);
      if (next == null && Files.exists(outbox.indexPage())) {
        log.info("Reports of version {} are in {} already", request.version(), outbox.folder());
        return result(last, outbox);
      }
      last = next;
      again++;
    }
    if (last != null && last.isRunning()) {
      jobOperator.recover(last);
    }
    return result(run(request, again), outbox);
  }

  private @Nullable JobExecution last(ReportsRequest request, long again) {
    return repository.getLastJobExecution(
        writeReportsJob.getName(), RequestParameters.of(request, again));
  }

  private JobExecution run(ReportsRequest request, long again) {
    JobParameters parameters = RequestParameters.of(request, again);
    JobExecution execution;
    running.begin(request);
    try {
      execution = jobOperator.start(writeReportsJob, parameters);
    } catch (JobExecutionException e) {
      throw new ReportsFailedException(request, e);
    }
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw new ReportsFailedException(
          request, execution.getAllFailureExceptions().stream().findFirst().orElse(null));
    }
    return execution;
  }

  private ReportsResult result(JobExecution execution, Outbox outbox) {
    StepExecution published =
        Objects.requireNonNull(
            repository.getLastStepExecution(execution.getJobInstance(), LAST_STEP),
            "a completed job has its last step");
    ExecutionContext results = published.getExecutionContext();
    return new ReportsResult(
        results.getLong(IndexTasklet.REPORT_COUNT),
        results.getLong(IndexTasklet.WITHOUT_ADDRESS_COUNT),
        outbox.indexPage());
  }
}
