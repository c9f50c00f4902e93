package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.landing.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** H2 in a folder beside the lake. One process can open it, even to read: the lake's holder. */
record EmbeddedDatabase(Lake lake) implements JobDatabase {
  private static final String NAME = "hindsight";

  @Override
  public JobHold take(String holder) throws IOException {
    Files.createDirectories(lake.jobs());
    return JobHold.BY_THE_LAKE;
  }

  @Override
  public boolean isForSeveralMachines() {
    return false;
  }

  @Override
  public JobHold takeShare(Share share, String holder) {
    throw new UnusableRepositoryException(
        "The job repository in %s cannot be that of several machines; set job-repository-url to a PostgreSQL database"
            .formatted(lake.jobs()),
        null);
  }

  @Override
  public void configure(SpringApplicationBuilder application) {
    application.properties(
        Map.of("spring.batch.jdbc.initialize-schema", "always", "spring.datasource.url", url()));
  }

  @Override
  public boolean isReadableMeanwhile() {
    return false;
  }

  @Override
  public boolean isThere() {
    return Files.exists(lake.jobs().resolve(NAME + ".mv.db"));
  }

  @Override
  public DataSource dataSource() {
    return new DriverManagerDataSource(url());
  }

  @Override
  public RuntimeException cannotOpen(RuntimeException failure) {
    return new JobRepositoryException(
        "The job repository in %s cannot be opened (%s); it holds history only: move it away, and run again"
            .formatted(lake.jobs(), JobRepositoryException.firstCause(failure)),
        failure);
  }

  @Override
  public RuntimeException explained(RuntimeException failure) {
    return failure; // it runs in this process: it does not go away
  }

  /** A signal must not close it under a running step. */
  private String url() {
    return "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE".formatted(lake.jobs().resolve(NAME));
  }
}
