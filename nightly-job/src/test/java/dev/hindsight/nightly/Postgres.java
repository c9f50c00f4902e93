package dev.hindsight.nightly;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, one for all tests of this JVM, with a database for each. */
public final class Postgres {
  public static final String USER = "postgres";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

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

  /** The address of a database that nobody has used. */
  public static String freshUrl() throws SQLException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "PostgreSQL's programs are there for Linux on amd64");
    String name = "test_%d".formatted(DATABASES.incrementAndGet());
    execute(url(USER), "CREATE DATABASE " + name);
    return url(name);
  }

  public static String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(Server.RUNNING.getPort(), database);
  }

  /** Options of a command that name it. */
  static List<String> options(String url) {
    return List.of("--job-repository-url", url, "--job-repository-user", USER);
  }

  public static void execute(String url, String statement) throws SQLException {
    try (Connection connection = connect(url);
        Statement statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }

  /** The first column of the first row. */
  public static String answer(String url, String question) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, USER, "");
  }
}
