package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileLanding;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.RunningFiles.RunningFile;
import java.time.InstantSource;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;

/**
 * Builds the jobs of all feeds from the same steps: read a file, its parts side by side, and land
 * it.
 *
 * @param partExecutor runs as many parts at once as there are to be
 */
public record FileJobs(
    JobRepository repository, InstantSource clock, RunningFiles files, TaskExecutor partExecutor) {

  /**
   * The job of a feed.
   *
   * @param logs what the feed's files are, as the names of jobs and steps say it
   */
  public Job job(String logs, FeedRecords records) {
    return new JobBuilder("ingest" + logs + "Job", repository)
        .validator(FileParameters.validator())
        .start(reading("read" + logs, records))
        .next(landing("land" + logs + "Step"))
        .build();
  }

  /** Reads a file's rows into the work folder; a part that is finished there is not read again. */
  private Step reading(String name, FeedRecords records) {
    PartSteps parts = new PartSteps(name + "PartStep", repository, files, records);
    Step part =
        new StepBuilder(parts.stepName(), repository)
            .tasklet(parts)
            .allowStartIfComplete(true)
            .build();
    return new StepBuilder(name + "Step", repository)
        .allowStartIfComplete(true)
        .partitioner(part)
        .splitter(parts)
        .taskExecutor(partExecutor)
        .build();
  }

  /** Makes the file visible in the lake, or refuses it. */
  private Step landing(String name) {
    return new StepBuilder(name, repository)
        .tasklet((contribution, context) -> land(contribution))
        .build();
  }

  private RepeatStatus land(StepContribution contribution) throws Exception {
    RunningFile file = files.of(contribution.getStepExecution().getJobParameters());
    FileTask task = file.task();
    file.hold().require(); // reading may have taken long
    List<String> unusedColumns = new FileLanding(task).land(clock.instant());
    if (!unusedColumns.isEmpty()) {
      contribution.setExitStatus(
          ExitStatus.COMPLETED.addExitDescription(
              "%s: columns not used: %s"
                  .formatted(task.file().name(), String.join(", ", unusedColumns))));
    }
    return RepeatStatus.FINISHED;
  }
}
