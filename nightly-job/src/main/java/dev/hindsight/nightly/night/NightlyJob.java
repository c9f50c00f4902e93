package dev.hindsight.nightly.night;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;

/** The job of a night: a step for each stage, each restartable. */
record NightlyJob(JobRepository repository, List<Stage> stages) {
  static final String NAME = "nightlyJob";

  private static final TransactionAttribute OUTSIDE_TRANSACTIONS = new OutsideTransactions();

  /** The job for one run. */
  Job of(NightRequest request, NightSummary summary) {
    SimpleJobBuilder job =
        new JobBuilder(NAME, repository).start(step(stages.get(0), request, summary));
    for (Stage stage : stages.subList(1, stages.size())) {
      job = job.next(step(stage, request, summary));
    }
    return job.build();
  }

  private Step step(Stage stage, NightRequest request, NightSummary summary) {
    return new StepBuilder(stage.name() + "Step", repository)
        .tasklet(new StageTasklet(stage, request, summary))
        .allowStartIfComplete(true) // a stage knows itself what is done
        .transactionAttribute(OUTSIDE_TRANSACTIONS)
        .build();
  }

  /**
   * A stage starts jobs of its own, which the job repository refuses inside a transaction. A step
   * takes an exception that does not roll back for none at all, and goes on: every one does here.
   */
  private static final class OutsideTransactions extends DefaultTransactionAttribute {
    private static final long serialVersionUID = 1L;

    OutsideTransactions() {
      super(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public boolean rollbackOn(Throwable failure) {
      return true;
    }
  }
}
