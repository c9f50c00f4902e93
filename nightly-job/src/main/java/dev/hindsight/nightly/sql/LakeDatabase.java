package dev.hindsight.nightly.sql;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An in-memory DuckDB in which every dataset of one version of a lake is a view. */
public final class LakeDatabase implements AutoCloseable {
  private final Connection connection;

  private LakeDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a version; without one, what has landed.
   *
   * @throws SqlFailedException when a dataset cannot be read
   */
  public static LakeDatabase open(Lake lake, @Nullable VersionName version) throws IOException {
    return open(new LakeViews(lake, version, inputs(lake, version)));
  }

  /**
   * Opens what the views show.
   *
   * @throws SqlFailedException when a dataset cannot be read
   */
  public static LakeDatabase open(LakeViews views) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TimeZone = 'UTC'");
        for (String view : views.statements(Dialect.DUCKDB)) {
          statement.execute(view);
        }
      }
      return new LakeDatabase(connection);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  /**
   * Opens one without views, for files that a query names.
   *
   * @throws SqlFailedException when DuckDB does not start
   */
  public static LakeDatabase empty() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TimeZone = 'UTC'");
      }
      return new LakeDatabase(connection);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  /**
   * Answers a query.
   *
   * @throws SqlFailedException with DuckDB's own words
   */
  public void query(String sql, QueryRows answer) throws IOException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          read(rows, answer);
        }
      }
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  private static void read(ResultSet rows, QueryRows answer) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    answer.columns(names);
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int column = 1; column <= names.size(); column++) {
        row.add(rows.getObject(column));
      }
      answer.row(row);
    }
    answer.end();
  }

  private static List<Input> inputs(Lake lake, @Nullable VersionName version) throws IOException {
    if (version == null) {
      return LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).current().stream()
          .map(Input::of)
          .toList();
    }
    return ManifestJson.read(
            lake.version(version).resolve(Lake.VERSION_MANIFEST), VersionManifest.class)
        .inputs();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }
}
