package dev.hindsight.nightly.night;

import dev.hindsight.ingest.IngestConfiguration;
import dev.hindsight.ingest.LandingIngest;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.jobs.JobHold;
import dev.hindsight.reports.ReportDelivery;
import dev.hindsight.reports.ReportRun;
import dev.hindsight.reports.ReportsConfiguration;
import java.io.IOException;
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
 * Spring Batch over a lake's job repository. The lake's holder opens it: no other run has the
 * database then.
 */
public final class BatchContext implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private final JobHold hold;

  private BatchContext(ConfigurableApplicationContext context, JobHold hold) {
    this.context = context;
    this.hold = hold;
  }

  /**
   * Takes the database and starts Spring Batch on it.
   *
   * @param holder who opens it, in words, for whoever comes second
   */
  public static BatchContext open(JobDatabase database, String holder) throws IOException {
    return open(database, database.take(holder));
  }

  /**
   * Takes a share's part of the database and starts Spring Batch on it.
   *
   * @param holder who opens it, in words, for whoever comes second
   */
  public static BatchContext openShare(JobDatabase database, String holder, Share share)
      throws IOException {
    return open(database, database.takeShare(share, holder));
  }

  private static BatchContext open(JobDatabase database, JobHold hold) {
    try {
      BatchContext opened = new BatchContext(start(database), hold);
      opened
          .repository()
          .getJobNames(); // beans are lazy: without a question the database stays unread
      return opened;
    } catch (RuntimeException e) {
      hold.close();
      throw database.cannotOpen(e);
    }
  }

  private static ConfigurableApplicationContext start(JobDatabase database) {
    SpringApplicationBuilder application = new SpringApplicationBuilder(Jobs.class);
    database.configure(application);
    return application
        .web(WebApplicationType.NONE)
        .registerShutdownHook(false) // a signal must not close the repository under a running step
        .properties(
            Map.of(
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "spring.main.lazy-initialization", "true",
                "spring.batch.job.enabled", "false"))
        .run();
  }

  /** The stages of a night, in order. */
  List<Stage> stages(Distribution distribution, AsOfDate asOfDate) {
    return List.of(
        new IngestStage(context.getBean(LandingIngest.class), hold),
        new AnalyzeStage(distribution, asOfDate, hold, new RememberingGates()),
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
    try {
      context.close();
    } finally {
      hold.close();
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({IngestConfiguration.class, ReportsConfiguration.class})
  static class Jobs {}
}
