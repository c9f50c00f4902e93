package dev.hindsight.ingest.sellers;

import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands a seller list. */
@Configuration(proxyBeanMethods = false)
public class IngestSellersConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS = new FeedRecords(Seller.CONTRACT, SellerRowParser::new);

  @Bean
  Job ingestSellersJob(FileJobs jobs) {
    return jobs.job("Sellers", RECORDS);
  }
}
