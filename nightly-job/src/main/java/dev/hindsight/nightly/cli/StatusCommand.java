package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.jobs.JobRepositoryException;
import dev.hindsight.nightly.night.Deliveries;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecords;
import dev.hindsight.reports.delivery.DeliveryState;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how the lake stands. */
@Command(
    name = "status",
    header = {
      "Tell the newest version, its age, what is undelivered, and who holds the lake.",
      "",
      "Example: hindsight status --lake /data/lake",
      ""
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private JobRepositoryOptions jobRepository = new JobRepositoryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What is undelivered; of an embedded database the run that holds the lake has the log. */
  private static String deliveries(JobDatabase jobs, boolean isHeld) throws IOException {
    if (isHeld && !jobs.isReadableMeanwhile()) {
      return "known again once the lake is held by nobody";
    }
    try {
      return undelivered(Deliveries.counts(jobs));
    } catch (JobRepositoryException e) {
      return "not known: " + e.getMessage(); // the lake stands, whatever its history does
    }
  }

  private static String undelivered(Map<DeliveryState, Long> counts) {
    String undelivered =
        Stream.of(
                DeliveryState.PLANNED,
                DeliveryState.SENDING,
                DeliveryState.UNKNOWN,
                DeliveryState.FAILED)
            .filter(counts::containsKey)
            .map(state -> "%,d %s (%s)".formatted(counts.get(state), state.title(), state.words()))
            .collect(Collectors.joining("; "));
    return undelivered.isEmpty() ? "none is left" : undelivered + "; see: hindsight deliveries";
  }

  /** What the gates had against the last version that was tried, if they stopped it. */
  private static Optional<String> stopped(Lake lake) throws IOException {
    return new RunRecords(lake)
        .latestFirst().stream()
            .filter(run -> run.version() != null || isStopped(run))
            .findFirst()
            .filter(StatusCommand::isStopped)
            .map(RunRecord::failure);
  }

  private static boolean isStopped(RunRecord run) {
    Integer exitCode = run.exitCode();
    return exitCode != null && exitCode == ExitCode.STOPPED.code();
  }

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    PrintWriter out = spec.commandLine().getOut();
    Optional<VersionName> current = new Versions(lake).current();
    if (current.isPresent()) {
      VersionManifest manifest =
          ManifestJson.read(
              lake.version(current.get()).resolve(Lake.VERSION_MANIFEST), VersionManifest.class);
      Duration age = Duration.between(manifest.createdAt(), Instant.now());
      out.println(
          "version     %s, made %d h %d min ago"
              .formatted(current.get(), age.toHours(), age.toMinutesPart()));
      out.println("folder      " + lake.version(current.get()));
    } else {
      out.println("version     none yet; run: hindsight nightly");
    }
    stopped(lake).ifPresent(failure -> out.println("stopped     " + failure));
    List<String> holders = LakeLock.holders(lake);
    out.println("deliveries  " + deliveries(jobRepository.of(lake), !holders.isEmpty()));
    out.println(
        "held by     " + (holders.isEmpty() ? "nobody" : String.join("\n            ", holders)));
    return ExitCode.DONE.code();
  }
}
