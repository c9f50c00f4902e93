package dev.hindsight.ingest;

import dev.hindsight.ingest.adjustments.IngestAdjustmentsConfiguration;
import dev.hindsight.ingest.bounces.IngestBouncesConfiguration;
import dev.hindsight.ingest.disputes.IngestDisputeEventsConfiguration;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.sellers.IngestSellersConfiguration;
import dev.hindsight.ingest.steps.FileJobs;
import dev.hindsight.ingest.steps.RunningFiles;
import dev.hindsight.ingest.transactions.IngestTransactionsConfiguration;
import dev.hindsight.ingest.unsubscribes.IngestUnsubscribesConfiguration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * The jobs of all feeds, and the {@link LandingIngest} that runs them. Needs a job repository and a
 * job operator; takes the context's {@link InstantSource} if there is one.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  IngestTransactionsConfiguration.class,
  IngestDisputeEventsConfiguration.class,
  IngestSellersConfiguration.class,
  IngestAdjustmentsConfiguration.class,
  IngestUnsubscribesConfiguration.class,
  IngestBouncesConfiguration.class
})
public class IngestConfiguration {
  /** What reading and writing a part takes of the heap at most. */
  private static final long BYTES_PER_PART = 120L << 20;

  @Bean
  LandingIngest landingIngest(FileRuns fileRuns, ObjectProvider<InstantSource> clock) {
    return new LandingIngest(fileRuns, clock.getIfAvailable(InstantSource::system));
  }

  /**
   * The runs of files.
   *
   * @param jobs every job of the context, by name
   */
  @Bean
  FileRuns fileRuns(
      JobOperator operator,
      JobRepository repository,
      RunningFiles runningFiles,
      Map<String, Job> jobs) {
    return new FileRuns(
        operator,
        repository,
        runningFiles,
        Map.of(
            Feed.TRANSACTIONS, job(jobs, "ingestTransactionsJob"),
            Feed.DISPUTE_EVENTS, job(jobs, "ingestDisputeEventsJob"),
            Feed.SELLERS, job(jobs, "ingestSellersJob"),
            Feed.ADJUSTMENTS, job(jobs, "ingestAdjustmentsJob"),
            Feed.UNSUBSCRIBES, job(jobs, "ingestUnsubscribesJob"),
            Feed.BOUNCES, job(jobs, "ingestBouncesJob")));
  }

  private static Job job(Map<String, Job> jobs, String name) {
    return Objects.requireNonNull(jobs.get(name), name);
  }

  @Bean
  RunningFiles runningFiles() {
    return new RunningFiles();
  }

  @Bean
  FileJobs fileJobs(
      JobRepository repository, ObjectProvider<InstantSource> clock, RunningFiles runningFiles) {
    return new FileJobs(
        repository, clock.getIfAvailable(InstantSource::system), runningFiles, partExecutor());
  }

  /** Reads and writes need a processor and some memory for each part: neither is oversubscribed. */
  private static TaskExecutor partExecutor() {
    Runtime runtime = Runtime.getRuntime();
    long byMemory = Math.max(1, runtime.maxMemory() / BYTES_PER_PART);
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("part-");
    executor.setConcurrencyLimit((int) Math.min(runtime.availableProcessors(), byMemory));
    return executor;
  }
}
