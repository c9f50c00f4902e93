package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.SentReports;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.rendering.Pages;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The job that writes a version's reports to an outbox. */
@Configuration(proxyBeanMethods = false)
class WriteReportsJobConfiguration {
  private static final int CHUNK_SIZE = 500;

  /** Of a processor's threads most wait for the disk, while one renders. */
  private static final int THREADS_PER_PROCESSOR = 8;

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
          RequestParameters.REPORT_LOCALE,
          RequestParameters.MAIL,
          RequestParameters.AGAIN
        });
    return new JobBuilder("writeReportsJob", repository)
        .validator(validator)
        .start(writeReportsStep)
        .next(publishReportsStep)
        .build();
  }

  /**
   * Done again on every restart: what lies unfinished in the outbox may be gone since. Reports are
   * rendered, and written to the disk, side by side; nothing is left to do once a chunk is full.
   */
  @Bean
  Step writeReportsStep(
      JobRepository repository,
      ItemStreamReader<SellerReport> sellerReportReader,
      OutboxProcessor outboxProcessor,
      AsyncTaskExecutor renderingThreads) {
    return new StepBuilder("writeReportsStep", repository)
            .<SellerReport, String>chunk(CHUNK_SIZE)
            .reader(sellerReportReader)
            .processor(outboxProcessor)
            .stream(outboxProcessor)
            .writer(written -> {})
            .taskExecutor(renderingThreads)
            .allowStartIfComplete(true)
            .build();
  }

  @Bean
  Step publishReportsStep(JobRepository repository, Tasklet indexTasklet) {
    return new StepBuilder("publishReportsStep", repository).tasklet(indexTasklet).build();
  }

  @Bean(destroyMethod = "")
  @StepScope
  ItemStreamReader<SellerReport> sellerReportReader(RunningReports running) {
    ReportsRequest request = running.request();
    return new SellerReportReader(request.lake(), request.version());
  }

  @Bean(destroyMethod = "")
  @StepScope
  OutboxProcessor outboxProcessor(
      RunningReports running, Pages reportPages, DeliveryLog deliveryLog) {
    ReportsRequest request = running.request();
    // The same night written again says the same: what it sent itself is not before it.
    SentReports sent = deliveryLog.sentUntil(request.version().asOfDate().minusDays(1));
    return new OutboxProcessor(
        new ReportRenderer(request, reportPages, sent),
        new Outbox(request.outbox(), request.version()));
  }

  @Bean
  @StepScope
  Tasklet indexTasklet(RunningReports running, Pages reportPages) {
    return new IndexTasklet(running.request(), reportPages);
  }

  @Bean
  RunningReports runningReports() {
    return new RunningReports();
  }

  @Bean
  ThreadPoolTaskExecutor renderingThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    int count = THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    threads.setCorePoolSize(count);
    threads.setMaxPoolSize(count);
    threads.setThreadNamePrefix("rendering-");
    return threads;
  }

  @Bean
  Pages reportPages() {
    return new Pages();
  }
}
