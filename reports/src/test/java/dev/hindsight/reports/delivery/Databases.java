package dev.hindsight.reports.delivery;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases for one test each. */
public final class Databases {
  private Databases() {}

  public static DataSource fresh() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
  }
}
