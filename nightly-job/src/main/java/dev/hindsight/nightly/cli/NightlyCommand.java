package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.metrics.StatusFiles;
import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.nightly.retention.Retention;
import dev.hindsight.nightly.retention.VersionRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole night. */
@Command(
    name = "nightly",
    header = {
      "Ingest what is new, analyze it, write the reports.",
      "",
      "Example: hindsight nightly --landing /data/landing --lake /data/lake",
      ""
    })
final class NightlyCommand extends RunCommand {
  private static final Logger log = LoggerFactory.getLogger(NightlyCommand.class);

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description =
          "Where the night's metrics go, in Prometheus's text format (default: _status/hindsight.prom in the lake).")
  private @Nullable Path metricsFile;

  @Mixin private RetentionOptions retention = new RetentionOptions();

  @Override
  boolean ingests() {
    return true;
  }

  /** What monitoring is not told does not undo a night: that no success is told, it will notice. */
  @Override
  RecordedRun.Ending ending(Lake lake) {
    StatusFiles files = StatusFiles.of(lake, metrics(lake));
    return (run, runs) -> {
      try {
        files.write(run, runs);
      } catch (IOException e) {
        log.warn("Monitoring is not told how this night ended: {}", Failures.message(e));
      }
    };
  }

  private Path metrics(Lake lake) {
    Path file = metricsFile;
    if (file == null) {
      return lake.status().resolve(StatusFiles.METRICS);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UsageException(
          "--metrics-file: %s cannot be written, for its folder is %s; name a file in another"
              .formatted(
                  file, folder != null && Files.exists(folder) ? "not writable" : "missing"));
    }
    return file;
  }

  @Override
  RecordedRun.Work work(NightRequest request) {
    Retention kept = retention.retention();
    return (night, summary) -> {
      night.run(request, summary);
      summary.removed(removed(kept, request));
    };
  }

  /** A version too many does not undo a night: the next one tries again. */
  private static List<VersionName> removed(Retention kept, NightRequest request) {
    try {
      return new VersionRemoval(request.lake(), request.outbox())
          .apply(kept, InstantSource.system());
    } catch (IOException e) {
      log.warn("Versions that need not be kept are not all removed: {}", Failures.message(e));
      return List.of();
    }
  }
}
