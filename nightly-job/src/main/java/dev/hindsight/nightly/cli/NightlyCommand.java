package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.metrics.StatusFiles;
import dev.hindsight.nightly.night.NightRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
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
    return (night, summary) -> night.run(request, summary);
  }
}
