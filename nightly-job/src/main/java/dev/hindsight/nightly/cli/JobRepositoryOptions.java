package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.jobs.PostgresDatabase;
import dev.hindsight.nightly.jobs.PostgresLogin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which database holds the job repository. */
final class JobRepositoryOptions {
  private static final String URL = "job-repository-url";
  private static final String PASSWORD = "job-repository-password";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--" + URL,
      paramLabel = "URL",
      description =
          "PostgreSQL's address, such as jdbc:postgresql://host/database, for the history of runs and the delivery log"
              + " (default: an embedded database beside the lake).")
  private @Nullable String url;

  @Option(
      names = "--job-repository-user",
      paramLabel = "NAME",
      description =
          "Who logs in there; the password is HINDSIGHT_JOB_REPOSITORY_PASSWORD in the environment.")
  private @Nullable String user;

  /**
   * The lake's.
   *
   * @throws UsageException when the address is not PostgreSQL's
   */
  JobDatabase of(Lake lake) {
    if (url == null) {
      return JobDatabase.beside(lake);
    }
    try {
      return new PostgresDatabase(
          lake, new PostgresLogin(url, user, SettingDefaults.secret(spec, PASSWORD)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(URL, e.getMessage()));
    }
  }
}
