package dev.hindsight.ingest.disputes;

import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands a dispute log. */
@Configuration(proxyBeanMethods = false)
public class IngestDisputeEventsConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS =
      new FeedRecords(DisputeEvent.CONTRACT, DisputeEventRowParser::new);

  @Bean
  Job ingestDisputeEventsJob(FileJobs jobs) {
    return jobs.job("DisputeEvents", RECORDS);
  }
}
