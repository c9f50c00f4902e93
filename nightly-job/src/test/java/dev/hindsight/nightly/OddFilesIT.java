package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lands is taken, or refused with a reason, and the ingest ends by itself. */
class OddFilesIT {
  private static final Map<String, OddFiles> FEEDS =
      Map.of("transactions-", OddFiles.TRANSACTIONS, "dispute-events-", OddFiles.DISPUTE_EVENTS);

  @TempDir private Path folder = Path.of("");

  private Path landing = Path.of("");

  @BeforeEach
  void createLandingFolder() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
  }

  @Test
  void soundFilesAreTakenAndBrokenOnesRefused() throws Exception {
    Set<String> expected = new TreeSet<>();
    for (String feed : FEEDS.keySet()) {
      write(feed, FEEDS.get(feed).refused());
      write(feed, FEEDS.get(feed).taken());
      FEEDS.get(feed).taken().keySet().forEach(ending -> expected.add(feed + ending));
    }

    IngestOutcome outcome = ingested();

    assertThat(outcome.taken().keySet()).isEqualTo(expected);
    for (LandedFile file : outcome.taken().values()) {
      assertThat(file.acceptedCount())
          .as(file.fileName())
          .isEqualTo(file.fileName().contains("header-only") ? 0 : 3);
    }
    assertEveryFileIsTakenOrRefused(outcome);
    assertOnlyTakenRowsAreThere(outcome);
  }

  /**
   * The files of a folder, and of all folders in it, as they are and behind a right header: {@code
   * -Dhindsight.odd-files=DIR}.
   */
  @Test
  @EnabledIfSystemProperty(
      named = "hindsight.odd-files",
      matches = ".+",
      disabledReason = "asked for by -Dhindsight.odd-files=DIR")
  void everyFileOfTheFolderIsTakenOrRefused() throws Exception {
    Map<String, byte[]> files = distinctFiles(Path.of(System.getProperty("hindsight.odd-files")));
    for (String feed : FEEDS.keySet()) {
      write(feed, files);
      write(feed + "headed-", withHeader(FEEDS.get(feed), files));
    }

    IngestOutcome outcome = ingested();

    for (String name : namesOfLandingFolder()) {
      System.out.println(outcome.refusalOf(name).orElse(name + ": taken"));
    }
    assertEveryFileIsTakenOrRefused(outcome);
    assertOnlyTakenRowsAreThere(outcome);
  }

  private IngestOutcome ingested() throws IOException, InterruptedException {
    ProgramRun run = ProgramRun.of(folder, "ingest", "--landing", landing);
    assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    return new IngestOutcome(new Lake(folder.resolve("lake")));
  }

  private void write(String feed, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(landing.resolve(feed + file.getKey()), file.getValue());
    }
  }

  private List<String> namesOfLandingFolder() throws IOException {
    try (Stream<Path> files = Files.list(landing)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A refusal says what is wrong; and, after a semicolon, what would be right. */
  private void assertEveryFileIsTakenOrRefused(IngestOutcome outcome) throws IOException {
    for (String name : namesOfLandingFolder()) {
      if (outcome.taken().containsKey(name)) {
        assertThat(outcome.refusalOf(name)).isEmpty();
      } else {
        assertThat(outcome.refusalOf(name)).as(name).get().asString().contains("; ");
      }
    }
  }

  private static void assertOnlyTakenRowsAreThere(IngestOutcome outcome)
      throws IOException, SQLException {
    Map<Integer, Long> accepted = new TreeMap<>();
    for (LandedFile file : outcome.taken().values()) {
      if (file.acceptedCount() > 0) {
        accepted.put(file.batchNumber(), file.acceptedCount());
      }
    }
    Map<Integer, Long> found = new TreeMap<>(outcome.rowsOfBatches("transactions"));
    found.putAll(outcome.rowsOfBatches("dispute_events"));
    assertThat(found).isEqualTo(accepted);
    assertThat(outcome.rowsOfBatches("rejects").keySet())
        .isSubsetOf(outcome.taken().values().stream().map(LandedFile::batchNumber).toList());
  }

  /** Each content once: the ingest, too, takes it once. */
  private static Map<String, byte[]> distinctFiles(Path odd) throws IOException {
    Set<ByteBuffer> contents = new HashSet<>();
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(odd)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        if (contents.add(ByteBuffer.wrap(content))) {
          files.put(landingName(odd.relativize(file).toString()), content);
        }
      }
    }
    return files;
  }

  /** So that their rows are read, too. */
  private static Map<String, byte[]> withHeader(OddFiles feed, Map<String, byte[]> files) {
    Map<String, byte[]> headed = new TreeMap<>();
    files.forEach((name, content) -> headed.put(name, feed.headed(content)));
    return headed;
  }

  private static String landingName(String path) {
    String name = path.replace('/', '-').replaceFirst("\\.csv(?=(\\.gz)?$)", "");
    return name.endsWith(".gz") ? name.replaceFirst("\\.gz$", ".csv.gz") : name + ".csv";
  }
}
