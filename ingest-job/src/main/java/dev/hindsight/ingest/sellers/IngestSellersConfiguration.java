package dev.hindsight.ingest.sellers;

import dev.hindsight.datasets.landed.Seller;
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

/** The job that lands a seller list. */
@Configuration(proxyBeanMethods = false)
public class IngestSellersConfiguration {
  private static final String PARAMETERS = "#{stepExecution.jobParameters}";

  @Bean
  Job ingestSellersJob(FileJobs jobs, Step readSellersStep, Step landSellersStep) {
    return jobs.job("ingestSellersJob", readSellersStep, landSellersStep);
  }

  @Bean
  Step readSellersStep(
      FileJobs jobs,
      CsvRowReader sellerReader,
      SellerRowParser sellerRowParser,
      FilePartWriter<Seller> sellerWriter) {
    return jobs.reading("readSellersStep", sellerReader, sellerRowParser::parse, sellerWriter);
  }

  @Bean
  Step landSellersStep(FileJobs jobs) {
    return jobs.landing("landSellersStep");
  }

  @Bean(destroyMethod = "")
  @StepScope
  CsvRowReader sellerReader(@Value(PARAMETERS) JobParameters parameters) {
    return new CsvRowReader(FileParameters.task(parameters), SellerRowParser.COLUMNS);
  }

  @Bean
  @StepScope
  SellerRowParser sellerRowParser(@Value(PARAMETERS) JobParameters parameters) {
    return new SellerRowParser(FileParameters.task(parameters).origin());
  }

  @Bean(destroyMethod = "")
  @StepScope
  FilePartWriter<Seller> sellerWriter(
      @Value(PARAMETERS) JobParameters parameters, SellerRowParser sellerRowParser) {
    return new FilePartWriter<>(FileParameters.task(parameters), Seller.class, sellerRowParser);
  }
}
