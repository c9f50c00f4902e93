package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.night.Deliveries;
import dev.hindsight.nightly.sql.QueryRows;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryState;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what became of the reports. */
@Command(
    name = "deliveries",
    header = {
      "Show what became of the reports that were due, the latest date first.",
      "",
      "Example: hindsight deliveries --state unknown --lake /data/lake",
      ""
    },
    footer = {
      "",
      "accepted means that the mail server has taken a report, not that it has arrived."
    },
    subcommands = ResendCommand.class)
final class DeliveriesCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "seller_id", "period", "version", "due_reason", "state", "changed_at", "tries", "answer");

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private JobRepositoryOptions jobRepository = new JobRepositoryOptions();

  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "Only planned, sending, accepted, failed or unknown ones; may be given several times.")
  private List<DeliveryState> states = new ArrayList<>();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "Only of this period, such as \"week 2026-06-29\".")
  private @Nullable String period;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only as of this date or a later one.")
  private @Nullable LocalDate since;

  @Parameters(arity = "0..*", paramLabel = "SELLER", description = "Only of these sellers.")
  private List<String> sellerIds = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    DeliveryFilter filter =
        new DeliveryFilter(Set.copyOf(states), Set.copyOf(sellerIds), period, since);
    QueryRows printer = format.printer(spec.commandLine().getOut());
    printer.columns(COLUMNS);
    for (Delivery delivery : found(jobRepository.of(lake), filter)) {
      printer.row(row(delivery));
    }
    printer.end();
    return ExitCode.DONE.code();
  }

  private static List<Delivery> found(JobDatabase jobs, DeliveryFilter filter) throws IOException {
    if (jobs.isReadableMeanwhile()) {
      return Deliveries.of(jobs, filter);
    }
    try (LakeLock held = LakeLock.take(jobs.lake(), "hindsight deliveries")) {
      return Deliveries.of(jobs, filter);
    }
  }

  private static List<@Nullable Object> row(Delivery delivery) {
    return Arrays.asList(
        delivery.sellerId(),
        delivery.period(),
        delivery.version(),
        delivery.dueReason().name().toLowerCase(Locale.ROOT),
        delivery.state().title(),
        delivery.changedAt().truncatedTo(ChronoUnit.SECONDS),
        delivery.attemptCount(),
        delivery.answer());
  }
}
