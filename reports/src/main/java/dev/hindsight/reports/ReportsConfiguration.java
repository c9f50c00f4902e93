package dev.hindsight.reports;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that writing reports needs, given Spring Batch: import it and take {@link ReportRun}. */
@Configuration(proxyBeanMethods = false)
@Import(WriteReportsJobConfiguration.class)
public class ReportsConfiguration {

  @Bean
  ReportRun reportRun(JobOperator jobOperator, JobRepository repository, Job writeReportsJob) {
    return new ReportRun(jobOperator, repository, writeReportsJob);
  }
}
