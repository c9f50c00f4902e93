package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.reports.DeliveryResult;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends reports again. */
@Command(
    name = "resend",
    header = {
      "Send reports again that were refused, or of which nobody knows what became.",
      "",
      "Example: hindsight deliveries resend s-062 --lake /data/lake",
      "         hindsight deliveries resend --state unknown --lake /data/lake",
      ""
    },
    footer = {
      "",
      "Asking is enough: it sends whatever deliver is set to. Whoever has unsubscribed gets nothing."
    })
final class ResendCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "All unknown or failed ones; may be given twice.")
  private List<DeliveryState> states = new ArrayList<>();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "Only of this period, such as \"week 2026-06-29\".")
  private @Nullable String period;

  @Parameters(arity = "0..*", paramLabel = "SELLER", description = "Only to these sellers.")
  private List<String> sellerIds = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (states.isEmpty() && sellerIds.isEmpty()) {
      throw new UsageException(
          "Say which: sellers by their ids, or --state unknown, or --state failed");
    }
    DeliveryFilter filter =
        new DeliveryFilter(Set.copyOf(states), Set.copyOf(sellerIds), period, null);
    NightRequest request = options.requestToSend();
    options.lakeOption().existing();
    RecordedRun run =
        new RecordedRun(
            "hindsight deliveries resend",
            Holding.all(options.jobDatabase()),
            RecordedRun.Ending.UNTOLD);
    ExitCode exitCode = run.of((night, summary) -> night.resend(request, filter, summary));
    DeliveryResult delivery = run.summary().delivery();
    if (!common.isQuiet() && delivery != null) {
      PrintWriter out = spec.commandLine().getOut();
      new DeliveryText(delivery).lines().forEach(out::println);
      out.flush();
    }
    return exitCode.code();
  }
}
