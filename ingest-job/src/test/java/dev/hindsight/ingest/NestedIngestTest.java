package dev.hindsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** The ingest as a step of another job. */
class NestedIngestTest {

  /** Spring Batch refuses to start a job inside a transaction, so the step must not have one. */
  @Test
  void stepWithoutATransactionRunsTheIngest(@TempDir Path folder)
      throws IOException, JobExecutionException {
    Ingesting ingesting = new Ingesting(folder);
    ingesting.write("transactions.csv", Ingesting.TRANSACTIONS + Ingesting.transaction("t-1"));
    JobRepository repository = Ingesting.repository();
    Step step =
        new StepBuilder("ingestStep", repository)
            .tasklet(
                (contribution, context) -> {
                  ingesting.ingest();
                  return RepeatStatus.FINISHED;
                })
            .transactionAttribute(
                new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
            .build();

    JobExecution night =
        Ingesting.CONTEXT
            .getBean(JobOperator.class)
            .start(new JobBuilder("nightJob", repository).start(step).build(), new JobParameters());

    assertThat(night.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(ingesting.landed()).hasSize(1);
  }
}
