package dev.hindsight.ingest.disputes;

import dev.hindsight.datasets.landed.DisputeEvent;
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

/** The job that lands a dispute log. */
@Configuration(proxyBeanMethods = false)
public class IngestDisputeEventsConfiguration {
  private static final String PARAMETERS = "#{stepExecution.jobParameters}";

  @Bean
  Job ingestDisputeEventsJob(
      FileJobs jobs, Step readDisputeEventsStep, Step landDisputeEventsStep) {
    return jobs.job("ingestDisputeEventsJob", readDisputeEventsStep, landDisputeEventsStep);
  }

  @Bean
  Step readDisputeEventsStep(
      FileJobs jobs,
      CsvRowReader disputeEventReader,
      DisputeEventRowParser disputeEventRowParser,
      FilePartWriter<DisputeEvent> disputeEventWriter) {
    return jobs.reading(
        "readDisputeEventsStep",
        disputeEventReader,
        disputeEventRowParser::parse,
        disputeEventWriter);
  }

  @Bean
  Step landDisputeEventsStep(FileJobs jobs) {
    return jobs.landing("landDisputeEventsStep");
  }

  @Bean(destroyMethod = "")
  @StepScope
  CsvRowReader disputeEventReader(@Value(PARAMETERS) JobParameters parameters) {
    return new CsvRowReader(FileParameters.task(parameters), DisputeEventRowParser.COLUMNS);
  }

  @Bean
  @StepScope
  DisputeEventRowParser disputeEventRowParser(@Value(PARAMETERS) JobParameters parameters) {
    return new DisputeEventRowParser(FileParameters.task(parameters).origin());
  }

  @Bean(destroyMethod = "")
  @StepScope
  FilePartWriter<DisputeEvent> disputeEventWriter(
      @Value(PARAMETERS) JobParameters parameters, DisputeEventRowParser disputeEventRowParser) {
    return new FilePartWriter<>(
        FileParameters.task(parameters), DisputeEvent.class, disputeEventRowParser);
  }
}
