package dev.hindsight.ingest.adjustments;

import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands an adjustment log. */
@Configuration(proxyBeanMethods = false)
public class IngestAdjustmentsConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS =
      new FeedRecords(Adjustment.CONTRACT, AdjustmentRowParser::new);

  @Bean
  Job ingestAdjustmentsJob(FileJobs jobs) {
    return jobs.job("Adjustments", RECORDS);
  }
}
