package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.sql.QueryRows;
import dev.hindsight.reports.PreviewSuggestion;
import dev.hindsight.reports.ReportPreview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes one seller's report as a page. */
@Command(
    name = "preview",
    header = {
      "Write one seller's report as a file; without a name, five worth looking at.",
      "",
      "Example: hindsight preview s-062 --lake /data/lake",
      ""
    })
final class PreviewCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the file is written (default: preview in the outbox).")
  private @Nullable Path out;

  @Parameters(arity = "0..1", paramLabel = "SELLER", description = "The seller's id.")
  private @Nullable String sellerId;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    LakeOption lake = options.lakeOption();
    VersionName version = lake.current();
    ReportPreview preview = new ReportPreview(options.reportSettings());
    if (sellerId != null) {
      Path folder = out == null ? options.outbox().resolve("preview") : out;
      spec.commandLine().getOut().println(preview.write(lake.lake(), version, sellerId, folder));
      return ExitCode.DONE.code();
    }
    QueryRows printer = new TablePrinter(spec.commandLine().getOut());
    printer.columns(List.of("seller_id", "seller_name", "why"));
    for (PreviewSuggestion seller : preview.suggestions(lake.lake(), version)) {
      printer.row(List.of(seller.sellerId(), seller.sellerName(), seller.why()));
    }
    printer.end();
    return ExitCode.DONE.code();
  }
}
