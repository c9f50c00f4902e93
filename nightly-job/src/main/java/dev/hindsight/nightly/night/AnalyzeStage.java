package dev.hindsight.nightly.night;

import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.gates.Candidate;
import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.GateStoppedException;
import dev.hindsight.nightly.gates.Gatekeeper;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.jobs.JobHold;
import dev.hindsight.nightly.spark.ClassArchive;
import dev.hindsight.nightly.spark.SparkFailedException;
import dev.hindsight.nightly.spark.SparkRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Spark write a candidate version, asks the quality gates, and publishes it. What is published
 * already is not made again.
 */
record AnalyzeStage(Distribution distribution, AsOfDate asOfDate, JobHold hold, Gatekeeper gates)
    implements Stage {
  private static final Logger log = LoggerFactory.getLogger(AnalyzeStage.class);

  @Override
  public String name() {
    return "analyze";
  }

  @Override
  public void run(NightRequest request, NightSummary summary) throws IOException {
    Lake lake = request.lake();
    LandedFiles landed = LandedFiles.of(lake, ManifestJson.reader(LandedFile.class));
    LocalDate date = asOfDate.of(request, landed);
    Optional<VersionManifest> same = published(request, date, landed);
    if (same.isPresent() && !request.spark().isRebuild()) {
      new Versions(lake).pointToNewest();
      log.info("Version {} is made of the same files in the same way", same.get().version());
      summary.analyzed(same.get(), false);
      return;
    }
    CandidateFolder folder = candidate(request, landed, new Versions(lake).next(date));
    publish(request, new Candidate(lake, folder.own(), folder.manifest(), landed), folder, summary);
  }

  private static Optional<VersionManifest> published(
      NightRequest request, LocalDate date, LandedFiles landed) throws IOException {
    List<VersionName> ofDate =
        new Versions(request.lake())
            .all().stream().filter(version -> version.asOfDate().equals(date)).toList();
    if (ofDate.isEmpty()) {
      return Optional.empty();
    }
    VersionName newest = ofDate.get(ofDate.size() - 1);
    VersionManifest manifest =
        ManifestJson.read(
            request.lake().version(newest).resolve(Lake.VERSION_MANIFEST), VersionManifest.class);
    return Optional.of(manifest).filter(known -> isMadeAs(known, request, landed));
  }

  private static boolean isMadeAs(VersionManifest known, NightRequest request, LandedFiles landed) {
    List<Input> inputs = landed.current().stream().map(Input::of).toList();
    LocalDate start = known.asOfDate().minusDays(request.windowDays() - 1L);
    return known.inputs().equals(inputs)
        && known.program().equals(Program.VERSION)
        && known.windowStartDate().equals(start)
        && known.reportingTimeZone().equals(request.zone().getId())
        && request.adviceHoldout().equals(known.adviceHoldout())
        && isSameCurrency(known, request.reportingCurrency());
  }

  /** Where none is asked, only a version that chose its own serves. */
  private static boolean isSameCurrency(VersionManifest known, @Nullable String asked) {
    return asked == null
        ? known.requestedCurrency() == null
        : asked.equals(known.reportingCurrency());
  }

  /** The candidate that a gate has stopped, if it would be made the same again; or a new one. */
  private CandidateFolder candidate(NightRequest request, LandedFiles landed, VersionName version)
      throws IOException {
    CandidateFolder kept = CandidateFolder.ofKept(request.lake(), version);
    if (kept.isKept()
        && !request.spark().isRebuild()
        && isMadeAs(kept.manifest(), request, landed)) {
      log.info("The candidate {} is kept from the run that a gate stopped", version);
      return kept;
    }
    CandidateFolder attempt = CandidateFolder.ofNewAttempt(request.lake(), version);
    write(attempt, request, landed);
    return attempt;
  }

  private void write(CandidateFolder attempt, NightRequest request, LandedFiles landed)
      throws IOException {
    ClassArchive classes =
        ClassArchive.of(distribution.home(), distribution.analyticsJar(), distribution.spark());
    try {
      run(request, landed, classes.javaOptions())
          .run(arguments(request, attempt.version(), attempt.path()));
      classes.keep();
    } catch (SparkFailedException e) {
      // To archive its classes is the last that it does: then the version is there.
      if (!attempt.isWritten() || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      log.warn("Spark failed once the version was written: {}", e.getMessage());
    } finally {
      classes.discard();
    }
  }

  private void publish(
      NightRequest request, Candidate candidate, CandidateFolder folder, NightSummary summary)
      throws IOException {
    judge(request, candidate, folder, summary);
    hold.require();
    VersionName current = new Versions(request.lake()).publish(folder.path(), folder.version());
    folder.remove();
    log.info(
        "Published version {}{}",
        folder.version(),
        current.equals(folder.version()) ? "" : "; the newest stays " + current);
    summary.analyzed(candidate.manifest(), true);
  }

  /**
   * Asks the gates.
   *
   * @throws GateStoppedException when one stops the candidate; it is kept, unless it is miscounted,
   *     and nothing is published
   */
  private void judge(
      NightRequest request, Candidate candidate, CandidateFolder folder, NightSummary summary)
      throws IOException {
    List<Verdict> verdicts = gates.judge(candidate, request.gates());
    summary.judged(verdicts);
    List<Verdict> stopped =
        verdicts.stream().filter(verdict -> verdict.kind() == Verdict.Kind.STOPPED).toList();
    if (!stopped.isEmpty()) {
      if (stopped.stream().noneMatch(verdict -> verdict.gate() == Gate.SUMS)) {
        folder.keep();
      }
      String current =
          new Versions(request.lake()).current().map(VersionName::toString).orElse(null);
      throw new GateStoppedException(candidate.asOfDate(), current, stopped);
    }
  }

  private SparkRun run(NightRequest request, LandedFiles landed, List<String> moreOptions) {
    List<String> options =
        new ArrayList<>(new SparkJava(request.spark().driverMemory()).options(landed));
    options.addAll(moreOptions);
    return new SparkRun(
        distribution.spark(),
        distribution.analyticsJar(),
        request.spark().master(),
        options,
        request.lake().work().resolve("spark.log"));
  }

  private static List<String> arguments(NightRequest request, VersionName version, Path candidate) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--lake", request.lake().root().toString()));
    arguments.addAll(List.of("--as-of", version.asOfDate().toString()));
    arguments.addAll(List.of("--window-days", Integer.toString(request.windowDays())));
    arguments.addAll(List.of("--reporting-time-zone", request.zone().getId()));
    AdviceHoldout holdout = request.adviceHoldout();
    arguments.addAll(List.of("--advice-holdout-share", Double.toString(holdout.share())));
    arguments.addAll(List.of("--advice-holdout-salt", holdout.salt()));
    if (request.reportingCurrency() != null) {
      arguments.addAll(List.of("--reporting-currency", request.reportingCurrency()));
    }
    if (request.spark().isRebuild()) {
      arguments.add("--rebuild");
    }
    arguments.addAll(List.of("--candidate", candidate.toString()));
    arguments.addAll(List.of("--candidate-version", version.toString()));
    return arguments;
  }
}
