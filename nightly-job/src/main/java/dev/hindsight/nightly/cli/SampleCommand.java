package dev.hindsight.nightly.cli;

import dev.hindsight.sample.SampleMarketplace;
import dev.hindsight.sample.SampleRequest;
import dev.hindsight.sample.SampleSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a marketplace. */
@Command(
    name = "sample",
    header = {
      "Make a marketplace with known problems, as landing files and an answer key.",
      "",
      "Example: hindsight sample --out /tmp/market --sellers 500 --days 90 --seed 7",
      ""
    })
final class SampleCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where it is written.")
  private Path out = Path.of("");

  @Option(
      names = "--sellers",
      paramLabel = "N",
      defaultValue = "64",
      description = "Sellers (default: 64).")
  private int sellerCount;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "181",
      description = "Days (default: 181).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same files (default: 1).")
  private long seed;

  @Option(
      names = "--last-day",
      paramLabel = "DATE",
      description = "The last day (default: 2026-06-30).")
  private LocalDate lastDay = SampleRequest.DEFAULT_LAST_DAY;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    SampleSummary made = SampleMarketplace.writeTo(out, request());
    PrintWriter text = spec.commandLine().getOut();
    text.println(
        "%,d sellers, %,d transactions, %,d disputes in %,d events, %,d planted problems"
            .formatted(
                made.sellerCount(),
                made.transactionCount(),
                made.disputeCount(),
                made.eventCount(),
                made.plantedProblemCount()));
    text.println("landing     " + made.landingFolder());
    text.println("answer key  " + made.answerKey());
    return ExitCode.DONE.code();
  }

  private SampleRequest request() {
    try {
      return new SampleRequest(sellerCount, days, seed, lastDay);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
