package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers SQL over every dataset. */
@Command(
    name = "sql",
    header = {
      "Answer a query; every dataset is a view.",
      "",
      "Example: hindsight sql \"SELECT cause, sum(dispute_count) FROM outcomes GROUP BY cause\"",
      ""
    })
final class SqlCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--at",
      paramLabel = "VERSION|DATE",
      description =
          "An older version, or the newest of a date, and where it has none the last before it (default: the newest).")
  private @Nullable String at;

  @Parameters(paramLabel = "QUERY", description = "A query in DuckDB's SQL.")
  private String query = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    try (LakeDatabase database = LakeDatabase.open(lake, version(lake))) {
      database.query(query, format.printer(spec.commandLine().getOut()));
    }
    return ExitCode.DONE.code();
  }

  private @Nullable VersionName version(Lake lake) throws IOException {
    if (at == null) {
      return new Versions(lake).current().orElse(null);
    }
    return new AskedVersion("--at", at).in(lake, common.told(spec));
  }
}
