package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.FileWork;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.steps.FileParameters;
import dev.hindsight.ingest.steps.RunningFiles;
import dev.hindsight.ingest.steps.RunningFiles.RunningFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

/** Runs the job of a file, and says what became of the file. */
final class FileRuns {
  private static final Logger log = LoggerFactory.getLogger(FileRuns.class);

  private static final Set<BatchStatus> NOT_RESTARTED =
      EnumSet.of(BatchStatus.COMPLETED, BatchStatus.ABANDONED, BatchStatus.UNKNOWN);

  private final JobOperator operator;
  private final JobRepository repository;
  private final RunningFiles files;
  private final Map<Feed, Job> jobs;

  FileRuns(
      JobOperator operator, JobRepository repository, RunningFiles files, Map<Feed, Job> jobs) {
    this.operator = operator;
    this.repository = repository;
    this.files = files;
    this.jobs = jobs;
  }

  /**
   * Marks executions that nobody runs any more as failed, so that they can be restarted. Only for
   * whoever holds the share, in its turn: an execution of its own that still runs would be the
   * caller's, and of those that run beside it, it knows by their shares.
   */
  void recoverAbandoned(Share share) {
    for (Job job : jobs.values()) {
      repository.findRunningJobExecutions(job.getName()).stream()
          .filter(
              execution -> !FileParameters.isOfAnotherShare(execution.getJobParameters(), share))
          .forEach(operator::recover);
    }
  }

  /**
   * Whether Spring Batch would not run the file's job again: it has ended well, though the lake,
   * which was set back, does not have the file; or the repository lost track of it.
   */
  boolean isOver(String planId, FileTask task) {
    JobExecution last =
        repository.getLastJobExecution(
            job(task).getName(), FileParameters.of(planId, task, Share.WHOLE));
    return last != null && NOT_RESTARTED.contains(last.getStatus());
  }

  /**
   * Lands the file, or finds out why it is refused.
   *
   * @throws IngestFailedException when it is not the file's fault
   */
  FileResult run(String planId, RunningFile file) throws IOException {
    FileTask task = file.task();
    JobExecution execution = execute(planId, file);
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return landed(task, execution);
    }
    String refusal =
        execution.getAllFailureExceptions().stream()
            .flatMap(FileRuns::refusal)
            .findFirst()
            .orElse(null);
    if (refusal == null) {
      throw stopped(
          file,
          execution.getAllFailureExceptions().stream()
              .findFirst()
              .orElseGet(() -> new JobExecutionException("the job is " + execution.getStatus())));
    }
    new FileWork(task).abandon();
    return FileResult.withoutRows(
        task.file().name(), task.file().feed().dataset(), FileStatus.REFUSED, refusal);
  }

  private Job job(FileTask task) {
    return Objects.requireNonNull(jobs.get(task.file().feed()));
  }

  private JobExecution execute(String planId, RunningFile file) {
    files.begin(file);
    try {
      Job job = job(file.task());
      JobParameters parameters = FileParameters.of(planId, file.task(), file.hold().share());
      NeverRunInstances.forget(repository, job.getName(), parameters);
      return operator.start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IngestFailedException("Ingest cannot start: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw stopped(file, e);
    } finally {
      files.end(file);
    }
  }

  private static FileResult landed(FileTask task, JobExecution execution) throws IOException {
    LandedFile file = ManifestJson.read(task.manifest(), LandedFile.class);
    String message = remarks(execution);
    log.info(
        "Landed {} as batch {} of {}: {} rows taken, {} rejected{}",
        file.fileName(),
        file.batchNumber(),
        file.dataset(),
        file.acceptedCount(),
        file.rejectedCount(),
        message == null ? "" : " (" + message + ")");
    return FileResult.landed(file, message);
  }

  private static @Nullable String remarks(JobExecution execution) {
    return execution.getStepExecutions().stream()
        .map(step -> step.getExitStatus().getExitDescription())
        .filter(description -> !description.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> refusal(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(FileRefusedException.class::isInstance)
        .map(Throwable::getMessage);
  }

  /** What failed first is the cause: a lack of heap or disk soon strikes the job repository too. */
  private static IngestFailedException stopped(RunningFile file, Throwable ofJob) {
    FileTask task = file.task();
    Throwable failure = Objects.requireNonNullElse(file.failure().get(), ofJob);
    Throwable root =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .orElse(failure);
    return new IngestFailedException(
        "Ingest into lake %s stopped at %s: %s"
            .formatted(task.lake().root(), task.file().name(), Remedy.of(root)),
        failure);
  }
}
