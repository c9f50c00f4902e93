package dev.hindsight.ingest;

import dev.hindsight.ingest.disputes.IngestDisputeEventsConfiguration;
import dev.hindsight.ingest.landing.Feed;
import dev.hindsight.ingest.sellers.IngestSellersConfiguration;
import dev.hindsight.ingest.steps.FileJobs;
import dev.hindsight.ingest.transactions.IngestTransactionsConfiguration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The jobs of all feeds, and the {@link LandingIngest} that runs them. Needs a job repository and a
 * job operator; takes the context's {@link InstantSource} if there is one.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  IngestTransactionsConfiguration.class,
  IngestDisputeEventsConfiguration.class,
  IngestSellersConfiguration.class
})
public class IngestConfiguration {

  @Bean
  LandingIngest landingIngest(FileRuns fileRuns, ObjectProvider<InstantSource> clock) {
    return new LandingIngest(fileRuns, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  FileRuns fileRuns(
      JobOperator operator,
      JobRepository repository,
      Job ingestTransactionsJob,
      Job ingestDisputeEventsJob,
      Job ingestSellersJob) {
    return new FileRuns(
        operator,
        repository,
        Map.of(
            Feed.TRANSACTIONS, ingestTransactionsJob,
            Feed.DISPUTE_EVENTS, ingestDisputeEventsJob,
            Feed.SELLERS, ingestSellersJob));
  }

  @Bean
  FileJobs fileJobs(JobRepository repository, ObjectProvider<InstantSource> clock) {
    return new FileJobs(repository, clock.getIfAvailable(InstantSource::system));
  }
}
