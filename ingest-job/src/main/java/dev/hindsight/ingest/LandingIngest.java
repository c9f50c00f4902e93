package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.LakeSweep;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.landing.IngestHold;
import dev.hindsight.ingest.landing.IngestPlan;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.PlannedFile;
import dev.hindsight.ingest.landing.Planning;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.ingest.landing.SharePlan;
import dev.hindsight.ingest.landing.UnusableFolderException;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.steps.RunningFiles.RunningFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes into the lake what is new in a landing folder. */
public final class LandingIngest {
  private static final Logger log = LoggerFactory.getLogger(LandingIngest.class);

  private final FileRuns runs;
  private final InstantSource clock;

  LandingIngest(FileRuns runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Lands every new file of the caller's share, one after the other; what an earlier run began and
   * did not end is ended. The caller holds the lake, or the share.
   *
   * @throws UnusableFolderException when the landing folder or the lake cannot be used
   * @throws IngestFailedException when something other than a file is at fault; what has landed
   *     until then stays
   */
  public IngestResult ingest(IngestRequest request) {
    LandingFolder folder = LandingFolder.of(request.landingFolder(), request.formats());
    requireWritable(request.lake());
    try {
      return ingest(request, folder);
    } catch (IOException e) {
      throw new IngestFailedException(
          "Ingest into lake %s failed: %s".formatted(request.lake().root(), e), e);
    }
  }

  private IngestResult ingest(IngestRequest request, LandingFolder seen) throws IOException {
    Undertaking work;
    try (IngestHold.Turn turn = request.hold().turn()) {
      work = begin(request, seen);
    }
    List<FileResult> results = new ArrayList<>(run(request, work));
    results.addAll(
        new FilesNotTaken(
                work.folder(), work.planning(), request.hold().share(), work.plan().waiting())
            .results(results));
    try (IngestHold.Turn turn = request.hold().turn()) {
      IngestPlan.done(request.lake(), work.plan().own());
    }
    results.sort(Comparator.comparing(FileResult::fileName));
    return new IngestResult(
        results, request.hold().share(), work.folder().fileCount() - results.size());
  }

  /** What is to be done, as it was planned. */
  private record Undertaking(
      LandingFolder folder, Planning planning, SharePlan plan, List<FileTask> tasks) {}

  /** Plans the work, and takes over what a killed run has left of it. */
  private Undertaking begin(IngestRequest request, LandingFolder seen) throws IOException {
    Lake lake = request.lake();
    Share share = request.hold().share();
    // What the shares before have planned must not look as if it had gone.
    LandingFolder folder =
        share.isWhole() ? seen : LandingFolder.of(request.landingFolder(), request.formats());
    LandedFiles landed = LandedFiles.of(lake, ManifestJson.reader(LandedFile.class));
    IngestPlan left = IngestPlan.left(lake);
    Planning planning = Planning.of(folder, landed, left);
    SharePlan plan = SharePlan.of(request.hold(), planning, left, landed);
    List<FileTask> tasks = tasks(request, folder, plan.own());
    IngestPlan common = restartable(plan.common(), tasks);
    common.leave(lake);
    new LakeSweep(lake).keepOnly(landed, common);
    runs.recoverAbandoned(share);
    return new Undertaking(folder, planning, plan.with(common), tasks);
  }

  private List<FileResult> run(IngestRequest request, Undertaking work) throws IOException {
    List<FileResult> results = new ArrayList<>();
    Progress progress = request.progress();
    progress.begin(work.tasks().stream().mapToLong(task -> task.file().sizeBytes()).sum());
    try {
      for (FileTask task : work.tasks()) {
        RunningFile file = new RunningFile(task, request.hold(), progress);
        FileResult result = runs.run(work.plan().common().planId(), file);
        requireStillThere(request.landingFolder());
        if (result.status() == FileStatus.REFUSED) {
          log.warn("Refused {}", result.message());
        }
        results.add(result);
      }
    } finally {
      progress.end();
    }
    return results;
  }

  /** A folder that has gone, such as a network's, is no fault of the files that were in it. */
  private static void requireStillThere(Path landingFolder) {
    if (!Files.isDirectory(landingFolder)) {
      throw new IngestFailedException(
          "Landing folder %s has gone while it was read; bring it back, and run again"
              .formatted(landingFolder),
          null);
    }
  }

  private List<FileTask> tasks(
      IngestRequest request, LandingFolder folder, List<PlannedFile> files) {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    List<FileTask> tasks = new ArrayList<>();
    for (PlannedFile planned : files) {
      LandingFile file = folder.file(planned.fileName());
      tasks.add(new FileTask(request.lake(), file, planned, request.rules(), tomorrow));
    }
    return tasks;
  }

  private IngestPlan restartable(IngestPlan plan, List<FileTask> tasks) {
    boolean isOver = tasks.stream().anyMatch(task -> runs.isOver(plan.planId(), task));
    return isOver ? plan.anew() : plan;
  }

  private static void requireWritable(Lake lake) {
    try {
      Files.createDirectories(lake.work());
      Files.delete(Files.createTempFile(lake.work(), ".writable", ".tmp"));
    } catch (IOException e) {
      throw new UnusableFolderException(
          "Lake %s cannot be written (%s); check the path and its permissions"
              .formatted(lake.root(), e),
          e);
    }
  }
}
