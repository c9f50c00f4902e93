package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import dev.hindsight.nightly.sql.QueryRows;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what ran. */
@Command(
    name = "runs",
    header = {
      "Show what ran and how it ended, the latest first.",
      "",
      "Example: hindsight runs --lake /data/lake",
      ""
    })
final class RunsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "started_at",
          "command",
          "as_of_date",
          "version",
          "files",
          "taken",
          "rejected",
          "reports",
          "seconds",
          "result",
          "accepted",
          "failure");

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private FormatOption format = new FormatOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    List<String> holders = LakeLock.holders(lake);
    QueryRows printer = format.printer(spec.commandLine().getOut());
    printer.columns(COLUMNS);
    List<RunRecord> runs = new RunRecords(lake).latestFirst();
    for (int place = 0; place < runs.size(); place++) {
      RunRecord run = runs.get(place);
      printer.row(
          row(
              run,
              holders.contains(run.holder()),
              failure(run, runs.subList(place + 1, runs.size()))));
    }
    printer.end();
    return ExitCode.DONE.code();
  }

  private static List<@Nullable Object> row(
      RunRecord run, boolean isHolder, @Nullable String failure) {
    return Arrays.asList(
        run.startedAt().truncatedTo(ChronoUnit.SECONDS),
        run.command(),
        run.asOfDate(),
        run.version(),
        run.landedFileCount(),
        run.acceptedCount(),
        run.rejectedCount(),
        run.reportCount(),
        run.endedAt() == null ? null : Duration.between(run.startedAt(), run.endedAt()).toSeconds(),
        result(run, isHolder),
        accepted(run),
        failure);
  }

  /** The quality gates that somebody let pass, by whom and why. */
  private static @Nullable String accepted(RunRecord run) {
    return run.acceptedGates().isEmpty()
        ? null
        : run.acceptedGates().stream()
            .map(gate -> "%s by %s".formatted(gate.gate(), gate.words()))
            .collect(Collectors.joining("; "));
  }

  /** Why it failed, and whether the same command failed so the time before. */
  private static @Nullable String failure(RunRecord run, List<RunRecord> before) {
    String failure = run.failure();
    Optional<RunRecord> last =
        before.stream().filter(former -> former.command().equals(run.command())).findFirst();
    boolean isSame = failure != null && last.isPresent() && failure.equals(last.get().failure());
    return isSame ? failure + " (same cause as the time before)" : failure;
  }

  private static String result(RunRecord run, boolean isHolder) {
    Integer code = run.exitCode();
    if (code == null) {
      return isHolder ? "running" : "killed";
    }
    return code
        + " "
        + Arrays.stream(ExitCode.values())
            .filter(known -> known.code() == code)
            .map(known -> known.name().toLowerCase(java.util.Locale.ROOT))
            .findFirst()
            .orElse("");
  }
}
