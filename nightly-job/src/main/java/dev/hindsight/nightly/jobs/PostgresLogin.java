package dev.hindsight.nightly.jobs;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL is, and who logs in.
 *
 * @param url as JDBC takes it
 * @param user absent: the URL's, or the one of the operating system
 * @param password absent: none, or the one of {@code ~/.pgpass}
 */
public record PostgresLogin(String url, @Nullable String user, @Nullable String password) {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int CONNECT_SECONDS = 10;

  /** PostgreSQL cuts off longer names. */
  private static final int LONGEST_NAME = 63;

  public PostgresLogin {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "'%s' is no address of PostgreSQL; write jdbc:postgresql://host/database"
              .formatted(shown(url)));
    }
    if (url.matches("(?i).*[?&]password=.*")) {
      throw new IllegalArgumentException(
          "'%s' holds a password, and settings are read by others; put it into the environment as HINDSIGHT_JOB_REPOSITORY_PASSWORD"
              .formatted(shown(url)));
    }
  }

  /**
   * What a connection is opened with.
   *
   * @param name who opens it, for whoever looks into {@code pg_stat_activity}
   */
  Properties properties(String name) {
    Properties properties = new Properties();
    properties.setProperty(
        "ApplicationName", name.substring(0, Math.min(LONGEST_NAME, name.length())));
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.setProperty("tcpKeepAlive", "true");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  /** The address without its parameters. */
  @Override
  public String toString() {
    return shown(url);
  }

  private static String shown(String url) {
    return url.replaceAll("\\?.*", "");
  }
}
