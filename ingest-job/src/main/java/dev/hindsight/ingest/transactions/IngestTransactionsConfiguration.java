package dev.hindsight.ingest.transactions;

import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.FileJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands a transaction log. */
@Configuration(proxyBeanMethods = false)
public class IngestTransactionsConfiguration {
  /** What its rows become. */
  public static final FeedRecords RECORDS =
      new FeedRecords(Transaction.CONTRACT, TransactionRowParser::new);

  @Bean
  Job ingestTransactionsJob(FileJobs jobs) {
    return jobs.job("Transactions", RECORDS);
  }
}
