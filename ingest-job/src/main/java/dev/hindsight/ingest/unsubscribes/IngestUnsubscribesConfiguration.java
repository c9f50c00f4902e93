package dev.hindsight.ingest.unsubscribes;

import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands an unsubscribe log. */
@Configuration(proxyBeanMethods = false)
public class IngestUnsubscribesConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS =
      new FeedRecords(Unsubscribe.CONTRACT, UnsubscribeRowParser::new);

  @Bean
  Job ingestUnsubscribesJob(FileJobs jobs) {
    return jobs.job("Unsubscribes", RECORDS);
  }
}
