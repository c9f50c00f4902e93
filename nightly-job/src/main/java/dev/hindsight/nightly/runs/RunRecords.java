package dev.hindsight.nightly.runs;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The records of a lake's runs. To be written by whoever holds the lake, or a share of it.
 *
 * @param mark tells the runs apart that go on at the same time; empty where only one does
 */
public record RunRecords(Lake lake, String mark) {
  private static final int ROOM_BYTES = 1 << 15;

  public RunRecords(Lake lake) {
    this(lake, "");
  }

  /**
   * Writes the record of a run that begins, and makes room for that of its end: a disk that the run
   * has filled must not keep it from saying so.
   */
  public void begin(RunRecord run) throws IOException {
    byte[] bytes = new byte[ROOM_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes); // no file system can store these in less
    Files.createDirectories(lake.runs());
    Files.write(room(), bytes);
    write(run);
  }

  /** Writes the record of a run that has ended, in place of its former one. */
  public void end(RunRecord run) throws IOException {
    Files.deleteIfExists(room());
    write(run);
  }

  private void write(RunRecord run) throws IOException {
    ManifestJson.write(lake.runs().resolve(run.runId() + ".json"), run);
  }

  /** All runs, the latest first. */
  public List<RunRecord> latestFirst() throws IOException {
    if (!Files.isDirectory(lake.runs())) {
      return List.of();
    }
    List<RunRecord> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(lake.runs())) {
      for (Path file : files.filter(RunRecords::isRecord).toList()) {
        runs.add(ManifestJson.read(file, RunRecord.class));
      }
    }
    runs.sort(Comparator.comparing(RunRecord::startedAt).reversed());
    return runs;
  }

  /** What the latest ingest was: one run, or the last one of each of its shares. */
  public List<RunRecord> latestIngest() throws IOException {
    List<RunRecord> ingests =
        latestFirst().stream().filter(run -> run.acceptedCount() != null).toList();
    if (ingests.isEmpty()) {
      return List.of();
    }
    Optional<Integer> count = ingests.get(0).share().map(Share::count);
    if (count.isEmpty()) {
      return ingests.subList(0, 1);
    }
    Map<Share, RunRecord> shares = new LinkedHashMap<>();
    for (RunRecord run : ingests) {
      Optional<Share> share = run.share();
      if (!share.map(Share::count).equals(count)) {
        break;
      }
      shares.putIfAbsent(share.get(), run);
    }
    return List.copyOf(shares.values());
  }

  private Path room() {
    return lake.runs().resolve(".room" + mark);
  }

  private static boolean isRecord(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") && !name.startsWith(".");
  }
}
