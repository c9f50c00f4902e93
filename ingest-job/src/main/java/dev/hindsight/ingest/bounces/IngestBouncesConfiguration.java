package dev.hindsight.ingest.bounces;

import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands a bounce log. */
@Configuration(proxyBeanMethods = false)
public class IngestBouncesConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS = new FeedRecords(Bounce.CONTRACT, BounceRowParser::new);

  @Bean
  Job ingestBouncesJob(FileJobs jobs) {
    return jobs.job("Bounces", RECORDS);
  }
}
