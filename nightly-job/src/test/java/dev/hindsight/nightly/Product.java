package dev.hindsight.nightly;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.jobs.PostgresDatabase;
import dev.hindsight.nightly.jobs.PostgresLogin;
import java.sql.SQLException;
import java.util.List;

/** The databases that can be a job repository. */
public enum Product {
  H2,
  POSTGRESQL;

  /** One that is empty. */
  public JobDatabase fresh(Lake lake) throws SQLException {
    return this == H2
        ? JobDatabase.beside(lake)
        : new PostgresDatabase(lake, new PostgresLogin(Postgres.freshUrl(), Postgres.USER, null));
  }

  /** Options of a command that name one that is empty; the embedded one needs none. */
  List<String> freshOptions() throws SQLException {
    return this == H2 ? List.of() : Postgres.options(Postgres.freshUrl());
  }
}
