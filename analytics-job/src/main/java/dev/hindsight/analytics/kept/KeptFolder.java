package dev.hindsight.analytics.kept;

import com.fasterxml.jackson.core.JacksonException;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.datasets.lake.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a landed dataset is kept by weeks. Each night that changes any adds a folder with those,
 * and takes them out of the folders of earlier nights once the manifest names the new ones.
 *
 * <pre>
 * LAKE/_kept/transactions/_kept.json
 * LAKE/_kept/transactions/made-7/rows/ordered_week=2026-03-09/*.parquet
 * LAKE/_kept/transactions/made-7/lines_by_day/…, orders_by_day/…
 * LAKE/_kept/dispute_events/…
 * </pre>
 *
 * @param week the name of the folders' column
 * @param parts those of a week
 */
record KeptFolder(Path root, String week, List<Part> parts) {
  private static final String MANIFEST = "_kept.json";
  private static final String MADE = "made-";
  private static final Logger log = LoggerFactory.getLogger(KeptFolder.class);

  /** A part of a week; its rows tell that it is there. */
  enum Part {
    LINES_BY_DAY("lines_by_day"),
    ORDERS_BY_DAY("orders_by_day"),
    ROWS("rows");

    private final String folder;

    Part(String folder) {
      this.folder = folder;
    }

    Path in(Path made) {
      return made.resolve(folder);
    }
  }

  /** What is kept as it would be made now; nothing where it was made otherwise, or is damaged. */
  KeptManifest manifest(String definition) throws IOException {
    KeptManifest kept = manifest().orElseGet(() -> KeptManifest.nothing(definition));
    if (kept.definition().equals(definition)) {
      return kept;
    }
    log.info("{} is kept anew: it was kept by {}", root, kept.definition());
    return KeptManifest.nothing(definition);
  }

  private Optional<KeptManifest> manifest() throws IOException {
    Path file = root.resolve(MANIFEST);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SparkManifests.read(file, KeptManifest.class)).filter(this::isWhole);
    } catch (JacksonException e) {
      log.warn("{} cannot be read, and is made again ({})", file, e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private boolean isWhole(KeptManifest kept) {
    for (LocalDate monday : kept.weeks().keySet()) {
      for (Part part : parts) {
        if (!Files.isDirectory(of(kept, monday, part))) {
          log.warn("{} is missing; what is kept is made again", of(kept, monday, part));
          return false;
        }
      }
    }
    return true;
  }

  /** From here on its weeks are the ones that are kept; other files go. */
  void put(KeptManifest kept) throws IOException {
    SparkManifests.write(root.resolve(MANIFEST), kept);
    removeLeftovers(kept);
  }

  /** A name for the weeks of a night. */
  String nextName() throws IOException {
    int last = 0;
    for (Path made : entries(root)) {
      String name = made.getFileName().toString();
      if (name.startsWith(MADE)) {
        last = Math.max(last, Integer.parseInt(name.substring(MADE.length())));
      }
    }
    return MADE + (last + 1);
  }

  /** Where a night's weeks are written. */
  Path unfinished(String name) {
    return root.resolve("." + name);
  }

  /** Puts a night's weeks into their place, and tells which they are. */
  Set<LocalDate> finish(String name) throws IOException {
    DurableFiles.moveIntoPlace(unfinished(name), root.resolve(name));
    return weeksIn(Part.ROWS.in(root.resolve(name)));
  }

  /** The folder of a part of a week that is kept. */
  Path of(KeptManifest kept, LocalDate monday, Part part) {
    String made = Objects.requireNonNull(kept.weeks().get(monday), "the week is kept");
    return folderOf(root.resolve(made), monday, part);
  }

  /** The folders of a part of all weeks that are kept. */
  List<Path> all(KeptManifest kept, Part part) {
    return kept.weeks().keySet().stream().sorted().map(week -> of(kept, week, part)).toList();
  }

  /** Those of the rows of some weeks, as far as they are kept. */
  List<Path> rows(KeptManifest kept, Set<LocalDate> weeks) {
    return weeks.stream()
        .filter(kept.weeks()::containsKey)
        .map(week -> of(kept, week, Part.ROWS))
        .toList();
  }

  /** Removes what a killed night has left, and weeks that were made again. */
  void removeLeftovers(KeptManifest kept) throws IOException {
    Set<String> named = new HashSet<>(kept.weeks().values());
    for (Path entry : entries(root)) {
      String name = entry.getFileName().toString();
      if (named.contains(name)) {
        removeReplaced(entry, kept);
      } else if (!name.equals(MANIFEST)) {
        DurableFiles.deleteTree(entry);
      }
    }
  }

  Set<LocalDate> weeksIn(Path part) throws IOException {
    Set<LocalDate> weeks = new TreeSet<>();
    for (Path entry : entries(part)) {
      String name = entry.getFileName().toString();
      if (name.startsWith(week + "=")) {
        weeks.add(LocalDate.parse(name.substring(week.length() + 1)));
      }
    }
    return weeks;
  }

  private void removeReplaced(Path made, KeptManifest kept) throws IOException {
    for (LocalDate monday : weeksIn(Part.ROWS.in(made))) {
      if (!made.getFileName().toString().equals(kept.weeks().get(monday))) {
        for (Part part : parts) {
          DurableFiles.deleteTree(folderOf(made, monday, part));
        }
      }
    }
  }

  private Path folderOf(Path made, LocalDate monday, Part part) {
    return part.in(made).resolve(week + "=" + monday);
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
