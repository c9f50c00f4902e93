package dev.hindsight.reports;

import dev.hindsight.reports.delivery.DeliveryLog;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All that writing and sending reports needs, given Spring Batch: import it and take {@link
 * ReportRun} and {@link ReportDelivery}.
 */
@Configuration(proxyBeanMethods = false)
@Import(WriteReportsJobConfiguration.class)
public class ReportsConfiguration {

  @Bean
  ReportRun reportRun(
      JobOperator jobOperator,
      JobRepository repository,
      Job writeReportsJob,
      RunningReports running) {
    return new ReportRun(jobOperator, repository, writeReportsJob, running);
  }

  @Bean
  DeliveryLog deliveryLog(DataSource dataSource) {
    return new DeliveryLog(dataSource);
  }

  @Bean
  ReportDelivery reportDelivery(DeliveryLog deliveryLog) {
    return new ReportDelivery(deliveryLog);
  }
}
