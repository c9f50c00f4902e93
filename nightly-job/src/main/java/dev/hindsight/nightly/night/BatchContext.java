package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.IngestConfiguration;
import dev.hindsight.ingest.LandingIngest;
import dev.hindsight.reports.ReportDelivery;
import dev.hindsight.reports.ReportRun;
import dev.hindsight.reports.ReportsConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Spring Batch over the job repository beside the lake. The lake's holder opens it: nobody else has
 * the database then.
 */
public final class BatchContext implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private BatchContext(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static BatchContext open(Lake lake) throws IOException {
    Files.createDirectories(lake.jobs());
    try {
      BatchContext opened = new BatchContext(start(lake));
      opened
          .repository()
          .getJobNames(); // beans are lazy: without a question the database stays unread
      return opened;
    } catch (RuntimeException e) {
      throw new JobRepositoryException(lake, e);
    }
  }

  private static ConfigurableApplicationContext start(Lake lake) {
    return new SpringApplicationBuilder(Jobs.class)
        .web(WebApplicationType.NONE)
        .registerShutdownHook(false) // a signal must not close the repository under a running step
        .properties(
            Map.of(
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "spring.main.lazy-initialization", "true",
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "always",
                "spring.datasource.url", url(lake)))
        .run();
  }

  /** The job repository's database; a signal must not close it under a running step either. */
  static String url(Lake lake) {
    return "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE".formatted(lake.jobs().resolve("hindsight"));
  }

  /** The stages of a night, in order. */
  List<Stage> stages(Distribution distribution, AsOfDate asOfDate) {
    return List.of(
        new IngestStage(context.getBean(LandingIngest.class)),
        new AnalyzeStage(distribution, asOfDate, new RememberingGates()),
        new ReportStage(context.getBean(ReportRun.class), delivery()));
  }

  ReportDelivery delivery() {
    return context.getBean(ReportDelivery.class);
  }

  JobRepository repository() {
    return context.getBean(JobRepository.class);
  }

  JobOperator operator() {
    return context.getBean(JobOperator.class);
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({IngestConfiguration.class, ReportsConfiguration.class})
  static class Jobs {}
}
