package dev.hindsight.reports.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The products that the delivery log can lie in. */
public enum Database {
  H2 {
    @Override
    public DataSource fresh() {
      return new DriverManagerDataSource(
          "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    }
  },
  POSTGRESQL {
    @Override
    public DataSource fresh() {
      assumeTrue(
          System.getProperty("os.name").equals("Linux")
              && System.getProperty("os.arch").equals("amd64"),
          "PostgreSQL's programs are there for Linux on amd64");
      String name = "test_%d".formatted(DATABASES.incrementAndGet());
      new JdbcTemplate(Server.RUNNING.getPostgresDatabase()).execute("CREATE DATABASE " + name);
      return new DriverManagerDataSource(Server.RUNNING.getJdbcUrl("postgres", name));
    }
  };

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** A database for one test. */
  public abstract DataSource fresh();

  /** One for all tests of this JVM. */
  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }
  }
}
