package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.gates.GateStoppedException;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.night.NightRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on the lake: the night or a stage of it. */
abstract sealed class RunCommand implements Callable<Integer>
    permits NightlyCommand, IngestCommand, AnalyzeCommand, ReportCommand {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private RunOptions options = new RunOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Whether it reads a landing folder. */
  abstract boolean ingests();

  /** Does the command's part of a night. */
  abstract RecordedRun.Work work(NightRequest request);

  /** Whether it only tells what it would do. */
  boolean onlyTells() {
    return false;
  }

  /** Tells what it would do. */
  void tell(NightRequest request, JobDatabase jobs) throws IOException {}

  /**
   * Checks what is the command's own.
   *
   * @throws UsageException when that is not possible
   */
  void check(NightRequest request) {}

  /** Which share of the ingest it takes; absent where it has the lake for itself. */
  Optional<Share> share() {
    return Optional.empty();
  }

  /** What the record of the run says behind the command's name. */
  String words() {
    return "";
  }

  /** Who is told how the run ended. */
  RecordedRun.Ending ending(Lake lake) {
    return RecordedRun.Ending.UNTOLD;
  }

  /** Before anything is made: a mistyped folder must not leave a lake behind. */
  private void requireInputs(NightRequest request) {
    if (request.landing() == null) {
      options.lakeOption().existing();
    } else if (!Files.isDirectory(request.landing())) {
      throw new UsageException(
          "Landing folder %s %s, or name another with --landing"
              .formatted(
                  request.landing(),
                  Files.exists(request.landing())
                      ? "is a file; name the folder that it lies in"
                      : "does not exist; create it"));
    }
    if (share().isPresent() && !options.jobDatabase().isForSeveralMachines()) {
      throw new UsageException(
          "--share: the job repository lies beside the lake, and cannot tell which machine has which share; keep it in PostgreSQL (job-repository-url), or leave --share out");
    }
    request.requireOver(InstantSource.system());
    check(request);
  }

  /** A line that moves on a terminal; elsewhere lines of the log. */
  private Progress progress() {
    if (common.isQuiet()) {
      return Progress.NONE;
    }
    return System.console() == null ? new LoggedProgress(System::nanoTime) : new TerminalProgress();
  }

  /** Starting Spring leaves a processor free for most of a second. */
  private static void readAhead(NightRequest request) {
    Path landing = request.landing();
    if (landing != null) {
      LandingFolder.readAhead(landing, request.formats());
    }
  }

  @Override
  public Integer call() throws Exception {
    NightRequest request = options.request(ingests(), progress());
    requireInputs(request);
    if (onlyTells()) {
      tell(request, options.jobDatabase());
      return ExitCode.DONE.code();
    }
    readAhead(request);
    RecordedRun run =
        new RecordedRun(
            "hindsight " + spec.name() + words(),
            new Holding(options.jobDatabase(), share()),
            ending(request.lake()));
    ExitCode exitCode;
    try {
      exitCode = run.of(work(request));
    } catch (GateStoppedException e) {
      print(new SummaryText(request, run.summary(), run.seconds()));
      List<String> words = spec.root().commandLine().getParseResult().originalArgs();
      throw e.with(
          "hindsight: where the numbers are right, publish them all the same: "
              + new AcceptCommand(words).line(e));
    }
    print(new SummaryText(request, run.summary(), run.seconds()));
    return exitCode.code();
  }

  private void print(SummaryText summary) {
    if (!common.isQuiet()) {
      PrintWriter out = spec.commandLine().getOut();
      summary.lines().forEach(out::println);
      out.flush();
    }
  }
}
