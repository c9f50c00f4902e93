package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.ingest.FileResult;
import dev.hindsight.ingest.FileStatus;
import dev.hindsight.ingest.IngestResult;
import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.night.BatchContext;
import dev.hindsight.nightly.night.Distribution;
import dev.hindsight.nightly.night.Night;
import dev.hindsight.nightly.night.NightSummary;
import dev.hindsight.nightly.runs.RunRecord;
import dev.hindsight.nightly.runs.RunRecord.FeedRows;
import dev.hindsight.nightly.runs.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run that holds the lake, and leaves a record of how it went. */
final class RecordedRun {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String command;
  private final Holding holding;
  private final Lake lake;
  private final Ending ending;
  private final Instant startedAt = Instant.now();
  private final NightSummary summary = new NightSummary();

  /**
   * @param ending is told how the run ended, after the record of it is written
   */
  RecordedRun(String command, Holding holding, Ending ending) {
    this.command = command;
    this.holding = holding;
    this.lake = holding.lake();
    this.ending = ending;
  }

  /** Tells others how a run ended. */
  @FunctionalInterface
  interface Ending {
    Ending UNTOLD = (run, former) -> {};

    /**
     * @param former all records of the lake, the latest first, this run's among them
     */
    void tell(RunRecord run, List<RunRecord> former) throws IOException;
  }

  /** The work of a run. */
  @FunctionalInterface
  interface Work {
    void run(Night night, NightSummary summary) throws Exception;
  }

  NightSummary summary() {
    return summary;
  }

  double seconds() {
    return (Instant.now().toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
  }

  /**
   * Does the work, holding the lake from before the first thing is read until after the last is
   * written.
   */
  ExitCode of(Work work) throws Exception {
    requireUsable();
    try (LakeLock held = holding.takeLake(holder())) {
      RunRecords records = holding.records();
      Thread ender = new Thread(() -> endBySignal(records), "run-ender");
      Runtime.getRuntime().addShutdownHook(ender);
      try {
        begin(records);
        work(work);
      } catch (Throwable e) {
        letSignalEnd(ender);
        recordFailure(records, e);
        throw e;
      }
      letSignalEnd(ender);
      ExitCode exitCode =
          summary.hasRefusals() || summary.hasUndelivered() ? ExitCode.LOOK : ExitCode.DONE;
      end(records, record(exitCode, null));
      return exitCode;
    }
  }

  private String holder() {
    return RunRecord.holder(command, ProcessHandle.current().pid(), startedAt);
  }

  /** A signal that comes meanwhile waits: the record of the end is written last. */
  private synchronized void begin(RunRecords records) throws IOException {
    records.begin(record(null, null));
  }

  private synchronized void end(RunRecords records, RunRecord record) throws IOException {
    records.end(record);
    ending.tell(record, records.latestFirst());
  }

  /** What went wrong is told even where the record of it cannot be written. */
  private void recordFailure(RunRecords records, Throwable failure) {
    try {
      end(records, record(Failures.exitCode(failure), Failures.message(failure)));
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void endBySignal(RunRecords records) {
    try {
      end(records, record(ExitCode.SIGNALLED, ExitCode.SIGNALLED.meaning()));
    } catch (IOException e) {
      // the record stays as it was: begun, and never ended
    }
    System.err.println("hindsight: " + ExitCode.SIGNALLED.meaning());
  }

  /**
   * Takes the hook back; where a signal is ending this process already, waits for that end. What
   * goes wrong after a signal, because others end too, is no failure of the run.
   */
  private static void letSignalEnd(Thread ender) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      Thread.currentThread().join();
    }
  }

  private void work(Work work) throws Exception {
    Path home = Path.of(System.getProperty("hindsight.home", "."));
    try (BatchContext batch = holding.open(holder())) {
      work.run(
          new Night(batch, new Distribution(home, System.getenv()), InstantSource.system()),
          summary);
    } catch (RuntimeException e) {
      throw holding.jobs().explained(e);
    }
  }

  private void requireUsable() {
    Path existing = lake.root();
    while (!Files.exists(existing)) {
      existing = Objects.requireNonNull(existing.getParent());
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new UsageException(
          "The lake %s cannot be written: %s is %s; check it, or name another lake with --lake"
              .formatted(
                  lake.root(),
                  existing,
                  Files.isDirectory(existing) ? "not writable" : "no folder"));
    }
    try {
      Files.createDirectories(lake.root());
    } catch (IOException e) {
      throw new UsageException(
          "The lake %s cannot be written (%s); name another with --lake".formatted(lake.root(), e));
    }
  }

  private RunRecord record(@Nullable ExitCode exitCode, @Nullable String failure) {
    IngestResult ingest = summary.ingest();
    VersionManifest version = summary.version();
    return new RunRecord(
        ID.format(startedAt) + "-" + ProcessHandle.current().pid() + holding.mark(),
        command,
        ProcessHandle.current().pid(),
        startedAt,
        exitCode == null ? null : Instant.now(),
        exitCode == null ? null : exitCode.code(),
        version == null ? null : version.asOfDate().toString(),
        version == null ? null : version.version(),
        ingest == null ? null : (long) ingest.withStatus(FileStatus.LANDED).size(),
        ingest == null ? null : ingest.acceptedCount(),
        ingest == null ? null : ingest.rejectedCount(),
        summary.reports() == null ? null : summary.reports().reportCount(),
        feedRows(ingest),
        refusals(ingest),
        summary.stageSeconds(),
        acceptedGates(),
        failure);
  }

  private List<AcceptedGate> acceptedGates() {
    return summary.verdicts().stream()
        .filter(verdict -> verdict.kind() == Verdict.Kind.ACCEPTED)
        .map(Verdict::acceptance)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<FeedRows> feedRows(@Nullable IngestResult ingest) {
    Map<String, FeedRows> rows = new TreeMap<>();
    for (FileResult file : ingest == null ? List.<FileResult>of() : ingest.files()) {
      String feed = file.dataset();
      if (feed != null) {
        rows.merge(
            feed,
            new FeedRows(feed, file.acceptedCount(), file.rejectedCount()),
            RecordedRun::together);
      }
    }
    return List.copyOf(rows.values());
  }

  private static FeedRows together(FeedRows one, FeedRows other) {
    return new FeedRows(
        one.feed(),
        one.acceptedCount() + other.acceptedCount(),
        one.rejectedCount() + other.rejectedCount());
  }

  private static List<String> refusals(@Nullable IngestResult ingest) {
    return ingest == null
        ? List.of()
        : ingest.withStatus(FileStatus.REFUSED).stream()
            .map(FileResult::message)
            .filter(Objects::nonNull)
            .toList();
  }
}
