package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.metrics.StatusFiles;
import dev.hindsight.nightly.night.BackFill;
import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.nightly.retention.Retention;
import dev.hindsight.nightly.retention.VersionRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
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
      "         hindsight nightly --from 2026-06-01 --to 2026-06-30 --landing /data/landing --lake /data/lake",
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

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "With --to: make the versions of these dates, in order, and send nothing; the first date.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last date of a back-fill.")
  private @Nullable LocalDate to;

  @Mixin private RetentionOptions retention = new RetentionOptions();

  @Override
  boolean ingests() {
    return true;
  }

  /** The dates asked for; absent for a night of one date. */
  private @Nullable BackFill backFill() {
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null) {
      throw new UsageException(
          "%s: a back-fill needs both ends; write --from 2026-06-01 --to 2026-06-30"
              .formatted(from == null ? "--to" : "--from"));
    }
    return new BackFill(from, to);
  }

  @Override
  void check(NightRequest request) {
    BackFill dates = backFill();
    if (dates == null) {
      return;
    }
    if (request.asOfDate() != null) {
      throw new UsageException(
          "--as-of: a back-fill has its dates from --from and --to; leave it out");
    }
    if (request.delivery().isAsked()) {
      throw new UsageException(
          "--deliver: a back-fill sends nothing; leave it out, or ask for one date with --as-of");
    }
    dates.requireOver(request, InstantSource.system());
  }

  @Override
  String words() {
    BackFill dates = backFill();
    return dates == null ? "" : " " + dates;
  }

  /** What monitoring is not told does not undo a night: that no success is told, it will notice. */
  @Override
  RecordedRun.Ending ending(Lake lake) {
    if (backFill() != null) {
      return RecordedRun.Ending.UNTOLD; // a night that did not run must not look as if it had
    }
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
    BackFill dates = backFill();
    if (dates != null) {
      return (night, summary) -> night.backFill(request, dates, summary);
    }
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
