package dev.hindsight.ingest.landing;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which files are to be landed, under which numbers: written down before anything is read, so that
 * a run that was killed is taken up with the same numbers.
 */
public record IngestPlan(String planId, List<PlannedFile> files) {
  public IngestPlan {
    files = List.copyOf(files);
  }

  static IngestPlan empty() {
    return new IngestPlan(UUID.randomUUID().toString(), List.of());
  }

  /** The same files as another undertaking. */
  public IngestPlan anew() {
    return new IngestPlan(empty().planId(), files);
  }

  /** The plan that a former run left, otherwise an empty one. */
  public static IngestPlan left(Lake lake) throws IOException {
    Path file = file(lake);
    return Files.exists(file) ? ManifestJson.read(file, IngestPlan.class) : empty();
  }

  /** Leaves the plan in the lake until all of it is {@link #done}. */
  public void leave(Lake lake) throws IOException {
    ManifestJson.write(file(lake), this);
  }

  /** Takes files out of the plan that the lake has, which have landed or were refused. */
  public static void done(Lake lake, List<PlannedFile> ended) throws IOException {
    Set<Integer> numbers = ended.stream().map(PlannedFile::batchNumber).collect(Collectors.toSet());
    IngestPlan plan = left(lake);
    List<PlannedFile> rest =
        plan.files().stream().filter(entry -> !numbers.contains(entry.batchNumber())).toList();
    if (rest.isEmpty()) {
      Files.deleteIfExists(file(lake));
    } else {
      new IngestPlan(plan.planId(), rest).leave(lake);
    }
  }

  int highestBatch() {
    return files.stream().mapToInt(PlannedFile::batchNumber).max().orElse(0);
  }

  Optional<PlannedFile> entry(LandingFile file) {
    return files.stream().filter(planned -> planned.isOf(file)).findFirst();
  }

  private static Path file(Lake lake) {
    return lake.work().resolve("ingest-plan.json");
  }
}
