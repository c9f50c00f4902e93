package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.night.Deliveries;
import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.nightly.sql.QueryRows;
import dev.hindsight.reports.delivery.PlannedReport;
import dev.hindsight.reports.due.Decision;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The third stage alone. */
@Command(
    name = "report",
    header = {
      "Write the reports of a published version, and send those that are due where that is set.",
      "",
      "Example: hindsight report --lake /data/lake --outbox /data/outbox",
      ""
    })
final class ReportCommand extends RunCommand {
  @Option(
      names = "--dry-run",
      description = "Only tell who would get a report, and why others don't.")
  private boolean isDryRun;

  @Mixin private FormatOption format = new FormatOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  boolean ingests() {
    return false;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    return (night, summary) -> night.runStage("report", request, summary);
  }

  @Override
  boolean onlyTells() {
    return isDryRun;
  }

  @Override
  void tell(NightRequest request, JobDatabase jobs) throws IOException {
    List<PlannedReport> reports;
    try (LakeLock held = LakeLock.take(request.lake(), "hindsight report --dry-run")) {
      reports = Deliveries.decided(jobs, request);
    }
    QueryRows printer = format.printer(spec.commandLine().getOut());
    printer.columns(List.of("seller_id", "decision", "why", "period"));
    for (PlannedReport report : reports) {
      Decision decision = report.decision();
      printer.row(
          List.of(
              decision.sellerId(),
              decision.isDue() ? "send" : "skip",
              decision.words(),
              decision.period()));
    }
    printer.end();
  }
}
