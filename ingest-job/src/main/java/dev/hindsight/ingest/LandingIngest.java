package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.LakeSweep;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.IngestPlan;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.PlannedFile;
import dev.hindsight.ingest.landing.Planning;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * Lands every new file, one after the other; what an earlier run began and did not end is ended.
   * The caller holds the lake's lock.
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

  private IngestResult ingest(IngestRequest request, LandingFolder folder) throws IOException {
    Lake lake = request.lake();
    LandedFiles landed = LandedFiles.of(lake, ManifestJson.reader(LandedFile.class));
    Planning planning = Planning.of(folder, landed, IngestPlan.left(lake));
    List<FileTask> tasks = tasks(request, folder, planning.plan());
    IngestPlan plan = restartable(planning.plan(), tasks);
    plan.leave(lake);
    new LakeSweep(lake).keepOnly(landed, plan);
    runs.recoverAbandoned();
    List<FileResult> results = new ArrayList<>(run(request, plan, tasks));
    results.addAll(notTaken(folder, planning, refusals(results)));
    IngestPlan.done(lake);
    results.sort(Comparator.comparing(FileResult::fileName));
    return new IngestResult(results);
  }

  private List<FileResult> run(IngestRequest request, IngestPlan plan, List<FileTask> tasks)
      throws IOException {
    List<FileResult> results = new ArrayList<>();
    Progress progress = request.progress();
    progress.begin(tasks.stream().mapToLong(task -> task.file().sizeBytes()).sum());
    try {
      for (FileTask task : tasks) {
        FileResult result = runs.run(plan.planId(), new RunningFile(task, progress));
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

  private List<FileTask> tasks(IngestRequest request, LandingFolder folder, IngestPlan plan) {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    List<FileTask> tasks = new ArrayList<>();
    for (PlannedFile planned : plan.files()) {
      LandingFile file = folder.file(planned.fileName());
      tasks.add(new FileTask(request.lake(), file, planned, request.rules(), tomorrow));
    }
    return tasks;
  }

  private IngestPlan restartable(IngestPlan plan, List<FileTask> tasks) {
    boolean isOver = tasks.stream().anyMatch(task -> runs.isOver(plan.planId(), task));
    return isOver ? plan.anew() : plan;
  }

  /** Why files were refused, by their names. */
  private static Map<String, String> refusals(List<FileResult> results) {
    return results.stream()
        .filter(result -> result.status() == FileStatus.REFUSED)
        .collect(
            Collectors.toMap(FileResult::fileName, result -> String.valueOf(result.message())));
  }

  private static List<FileResult> notTaken(
      LandingFolder folder, Planning planning, Map<String, String> refusals) {
    Stream<FileResult> known = planning.known().stream().map(file -> known(file, refusals));
    Stream<FileResult> unreadable =
        folder.unreadable().stream()
            .map(
                file ->
                    FileResult.withoutRows(
                        file.name(),
                        file.feed() == null ? null : file.feed().dataset(),
                        FileStatus.REFUSED,
                        file.why()));
    Stream<FileResult> others = folder.others().stream().map(LandingIngest::other);
    return Stream.of(known, unreadable, others).flatMap(results -> results).toList();
  }

  private static FileResult known(Planning.KnownFile known, Map<String, String> refusals) {
    String dataset = known.file().feed().dataset();
    String name = known.file().name();
    String twin = known.sameContentAs();
    if (twin == null) {
      return FileResult.withoutRows(name, dataset, FileStatus.ALREADY_LANDED, null);
    }
    String refusal = refusals.get(twin);
    return refusal == null
        ? FileResult.withoutRows(
            name,
            dataset,
            FileStatus.SAME_CONTENT,
            "%s: has the same content as %s; it counts once".formatted(name, twin))
        : FileResult.withoutRows(
            name,
            dataset,
            FileStatus.REFUSED,
            "%s: has the same content as a file that is refused: %s".formatted(name, refusal));
  }

  private static FileResult other(String name) {
    return FileResult.withoutRows(
        name,
        null,
        FileStatus.NOT_A_FEED,
        "%s: not the name of a file to be landed; those are %s, or what a profile is for"
            .formatted(name, Feed.fileNames()));
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
