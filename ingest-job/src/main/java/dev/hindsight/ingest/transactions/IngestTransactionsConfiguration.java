package dev.hindsight.ingest.transactions;

import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.steps.CsvRowReader;
import dev.hindsight.ingest.steps.FileJobs;
import dev.hindsight.ingest.steps.FileParameters;
import dev.hindsight.ingest.steps.FilePartWriter;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lands a transaction log. */
@Configuration(proxyBeanMethods = false)
public class IngestTransactionsConfiguration {
  private static final String PARAMETERS = "#{stepExecution.jobParameters}";

  @Bean
  Job ingestTransactionsJob(FileJobs jobs, Step readTransactionsStep, Step landTransactionsStep) {
    return jobs.job("ingestTransactionsJob", readTransactionsStep, landTransactionsStep);
  }

  @Bean
  Step readTransactionsStep(
      FileJobs jobs,
      CsvRowReader transactionReader,
      TransactionRowParser transactionRowParser,
      FilePartWriter<Transaction> transactionWriter) {
    return jobs.reading(
        "readTransactionsStep", transactionReader, transactionRowParser::parse, transactionWriter);
  }

  @Bean
  Step landTransactionsStep(FileJobs jobs) {
    return jobs.landing("landTransactionsStep");
  }

  @Bean(destroyMethod = "")
  @StepScope
  CsvRowReader transactionReader(@Value(PARAMETERS) JobParameters parameters) {
    return new CsvRowReader(FileParameters.task(parameters), TransactionRowParser.COLUMNS);
  }

  @Bean
  @StepScope
  TransactionRowParser transactionRowParser(@Value(PARAMETERS) JobParameters parameters) {
    return new TransactionRowParser(FileParameters.task(parameters).origin());
  }

  @Bean(destroyMethod = "")
  @StepScope
  FilePartWriter<Transaction> transactionWriter(
      @Value(PARAMETERS) JobParameters parameters, TransactionRowParser transactionRowParser) {
    return new FilePartWriter<>(
        FileParameters.task(parameters), Transaction.class, transactionRowParser);
  }
}
