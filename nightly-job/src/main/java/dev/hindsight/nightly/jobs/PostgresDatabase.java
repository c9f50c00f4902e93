package dev.hindsight.nightly.jobs;

import com.zaxxer.hikari.HikariDataSource;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeId;
import dev.hindsight.ingest.landing.Share;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A schema of a PostgreSQL database, which one lake has for itself. */
public record PostgresDatabase(Lake lake, PostgresLogin login) implements JobDatabase {
  private static final String LOOKING = "hindsight";

  /** Several runs may begin at once: each sees a whole schema, and one of them gets the hold. */
  @Override
  public JobHold take(String holder) throws IOException {
    prepare(holder);
    return PostgresHold.take(this, holder);
  }

  @Override
  public boolean isForSeveralMachines() {
    return true;
  }

  @Override
  public JobHold takeShare(Share share, String holder) throws IOException {
    prepare(holder);
    return PostgresShareHold.take(this, holder, share);
  }

  private void prepare(String holder) throws IOException {
    LakeId id = LakeId.of(lake);
    try (Connection connection = connect(holder)) {
      PostgresSchema.prepare(connection, this, id);
    } catch (SQLException | DataAccessException e) {
      throw PostgresFailures.opening(login, e);
    }
  }

  /**
   * Locks see to it that no job is begun twice. The isolation that Spring Batch would have for that
   * as well fails where several processes begin their jobs at once.
   */
  @Override
  public void configure(SpringApplicationBuilder application) {
    application
        .properties(
            Map.of(
                "spring.batch.jdbc.initialize-schema", "never",
                "spring.batch.jdbc.isolation-level-for-create", "read-committed"))
        .initializers(
            context ->
                ((GenericApplicationContext) context).registerBean(DataSource.class, this::pool));
  }

  private HikariDataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(login.url());
    pool.setDataSourceProperties(login.properties(LOOKING));
    pool.setMinimumIdle(1);
    return pool;
  }

  @Override
  public boolean isReadableMeanwhile() {
    return true;
  }

  @Override
  public boolean isThere() throws IOException {
    try (Connection connection = connect(LOOKING)) {
      return PostgresSchema.isOf(connection, this);
    } catch (SQLException e) {
      throw PostgresFailures.opening(login, e);
    }
  }

  @Override
  public DataSource dataSource() {
    return new DriverManagerDataSource(login.url(), login.properties(LOOKING));
  }

  @Override
  public RuntimeException cannotOpen(RuntimeException failure) {
    return PostgresFailures.opening(login, failure);
  }

  @Override
  public RuntimeException explained(RuntimeException failure) {
    boolean isLost =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(PostgresFailures::isConnectionLost);
    return isLost && !(failure instanceof JobRepositoryException)
        ? PostgresFailures.lost(login, failure)
        : failure;
  }

  Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(login.url(), login.properties(name));
  }
}
