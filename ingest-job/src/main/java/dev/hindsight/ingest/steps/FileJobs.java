package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileLanding;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.rows.ParsedRow;
import java.time.InstantSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Builds the jobs of all feeds from the same two steps: read a file, land it. */
public final class FileJobs {
  /** A step is restarted at the file's start anyway: a commit only counts rows. */
  private static final int CHUNK_SIZE = 10_000;

  private final JobRepository repository;
  private final InstantSource clock;

  public FileJobs(JobRepository repository, InstantSource clock) {
    this.repository = repository;
    this.clock = clock;
  }

  public Job job(String name, Step reading, Step landing) {
    return new JobBuilder(name, repository)
        .validator(FileParameters.validator())
        .start(reading)
        .next(landing)
        .build();
  }

  /** Reads a file's rows into the work folder; done again whenever the file has not landed. */
  public <T extends Record> Step reading(
      String name,
      CsvRowReader reader,
      ItemProcessor<CsvRow, ParsedRow<T>> parser,
      FilePartWriter<T> writer) {
    return new StepBuilder(name, repository)
        .<CsvRow, ParsedRow<T>>chunk(CHUNK_SIZE)
        .reader(reader)
        .processor(parser)
        .writer(writer)
        .allowStartIfComplete(true)
        .build();
  }

  /** Makes the file visible in the lake, or refuses it. */
  public Step landing(String name) {
    return new StepBuilder(name, repository)
        .tasklet((contribution, context) -> land(contribution))
        .build();
  }

  private RepeatStatus land(StepContribution contribution) throws Exception {
    new FileLanding(FileParameters.task(contribution.getStepExecution().getJobParameters()))
        .land(clock.instant());
    return RepeatStatus.FINISHED;
  }
}
