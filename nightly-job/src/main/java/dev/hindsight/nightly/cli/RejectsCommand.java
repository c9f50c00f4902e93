package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what was not taken. */
@Command(
    name = "rejects",
    header = {
      "Show what was not taken, and why.",
      "",
      "Example: hindsight rejects --lake /data/lake --format csv",
      ""
    })
final class RejectsCommand implements Callable<Integer> {
  private static final String BY_REASON =
      """
      SELECT feed, reason, column_name, count(*) AS problem_count,
        count(DISTINCT file_name) AS file_count, min_by(message, (batch_number, line_number)) AS example
      FROM rejects GROUP BY feed, reason, column_name ORDER BY problem_count DESC, feed, reason, column_name""";

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private FormatOption format = new FormatOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    PrintWriter out = spec.commandLine().getOut();
    // What has landed, not what the newest version saw: a night that failed after its ingest has
    // rejects too.
    try (LakeDatabase database = LakeDatabase.open(lake, null)) {
      database.query(BY_REASON, format.printer(out));
    }
    PrintWriter err = spec.commandLine().getErr();
    for (RunRecord ingest : new RunRecords(lake).latestIngest()) {
      ingest.refusals().forEach(refusal -> err.println("refused whole: " + refusal));
    }
    err.flush();
    return ExitCode.DONE.code();
  }
}
