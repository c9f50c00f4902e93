package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.outbox.OutboxEntry;
import dev.hindsight.reports.rendering.Pages;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that writes a version's reports to an outbox. */
@Configuration(proxyBeanMethods = false)
class WriteReportsJobConfiguration {
  private static final String PARAMETERS = "#{stepExecution.jobParameters}";
  private static final int CHUNK_SIZE = 500;

  @Bean
  Job writeReportsJob(JobRepository repository, Step writeReportsStep, Step publishReportsStep) {
    DefaultJobParametersValidator validator = new DefaultJobParametersValidator();
    validator.setRequiredKeys(
        new String[] {
          RequestParameters.LAKE,
          RequestParameters.VERSION,
          RequestParameters.OUTBOX,
          RequestParameters.MARKETPLACE_NAME,
          RequestParameters.SENDER,
          RequestParameters.AGAIN
        });
    return new JobBuilder("writeReportsJob", repository)
        .validator(validator)
        .start(writeReportsStep)
        .next(publishReportsStep)
        .build();
  }

  /** Done again on every restart: what lies unfinished in the outbox may be gone since. */
  @Bean
  Step writeReportsStep(
      JobRepository repository,
      ItemStreamReader<SellerReport> sellerReportReader,
      ItemProcessor<SellerReport, OutboxEntry> reportRenderer,
      ItemStreamWriter<OutboxEntry> outboxWriter) {
    return new StepBuilder("writeReportsStep", repository)
        .<SellerReport, OutboxEntry>chunk(CHUNK_SIZE)
        .reader(sellerReportReader)
        .processor(reportRenderer)
        .writer(outboxWriter)
        .allowStartIfComplete(true)
        .build();
  }

  @Bean
  Step publishReportsStep(JobRepository repository, Tasklet indexTasklet) {
    return new StepBuilder("publishReportsStep", repository).tasklet(indexTasklet).build();
  }

  @Bean(destroyMethod = "")
  @StepScope
  ItemStreamReader<SellerReport> sellerReportReader(@Value(PARAMETERS) JobParameters parameters) {
    ReportsRequest request = RequestParameters.request(parameters);
    return new SellerReportReader(request.lake(), request.version());
  }

  @Bean
  @StepScope
  ItemProcessor<SellerReport, OutboxEntry> reportRenderer(
      @Value(PARAMETERS) JobParameters parameters, Pages reportPages) {
    ReportsRequest request = RequestParameters.request(parameters);
    return new ReportRenderer(request.version(), request.settings(), reportPages)::render;
  }

  @Bean(destroyMethod = "")
  @StepScope
  ItemStreamWriter<OutboxEntry> outboxWriter(@Value(PARAMETERS) JobParameters parameters) {
    ReportsRequest request = RequestParameters.request(parameters);
    return new OutboxWriter(new Outbox(request.outbox(), request.version()));
  }

  @Bean
  @StepScope
  Tasklet indexTasklet(@Value(PARAMETERS) JobParameters parameters, Pages reportPages) {
    return new IndexTasklet(RequestParameters.request(parameters), reportPages);
  }

  @Bean
  Pages reportPages() {
    return new Pages();
  }
}
