package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analysts' DuckDBs read again and again while version after version is published. */
class PublicationUnderReadersTest {
  private static final int PUBLICATIONS = 150;
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 14);

  private static Sightings byPointer;
  private static Sightings byLinkTarget;
  private static Sightings byGlobThroughLink;

  /** Reads once: versions of the rows and how many there are. */
  @FunctionalInterface
  interface Reading {
    List<List<String>> read(DuckDb duckDb) throws SQLException, IOException;
  }

  /**
   * What a reader saw.
   *
   * @param answers the different ones
   * @param failures why reads failed
   */
  record Sightings(int readCount, Set<List<List<String>>> answers, Set<String> failures) {}

  @BeforeAll
  static void publishUnderReaders(@TempDir Path folder) throws Exception {
    Lake lake = new Lake(folder.resolve("lake"));
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try (DuckDb writer = DuckDb.open()) {
      publish(lake, writer);
      Future<Sightings> pointer =
          readers.submit(() -> readUntil(isOver, duckDb -> join(duckDb, currentVersion(lake))));
      Future<Sightings> linkTarget =
          readers.submit(
              () -> readUntil(isOver, duckDb -> join(duckDb, lake.martsLink().toRealPath())));
      Future<Sightings> glob =
          readers.submit(() -> readUntil(isOver, duckDb -> outcomes(duckDb, lake.martsLink())));
      for (int i = 1; i < PUBLICATIONS; i++) {
        publish(lake, writer);
      }
      isOver.set(true);
      byPointer = pointer.get(30, TimeUnit.SECONDS);
      byLinkTarget = linkTarget.get(30, TimeUnit.SECONDS);
      byGlobThroughLink = glob.get(30, TimeUnit.SECONDS);
    } finally {
      isOver.set(true);
      readers.shutdown();
    }
  }

  @Test
  void aReaderThatResolvesThePointerSeesOneWholeVersion() {
    assertReadManyWholeVersions(byPointer);
    assertThat(byPointer.failures()).isEmpty();
  }

  @Test
  void aReaderThatResolvesTheLinkSeesOneWholeVersion() {
    assertReadManyWholeVersions(byLinkTarget);
    assertThat(byLinkTarget.failures()).isEmpty();
  }

  @Test
  void aGlobThroughTheLinkMayFailAndNeverMixesVersions() {
    assertReadManyWholeVersions(byGlobThroughLink);
    assertThat(byGlobThroughLink.failures())
        .allMatch(failure -> failure.contains("No files found") || failure.contains("outcomes-"));
  }

  private static void assertReadManyWholeVersions(Sightings seen) {
    assertThat(seen.readCount()).as("reads").isGreaterThan(60);
    assertThat(seen.answers()).as("versions seen").hasSizeGreaterThan(25);
    assertThat(seen.answers())
        .allSatisfy(
            answer -> {
              String version = answer.get(0).get(0);
              assertThat(answer).containsExactly(List.of(version, version, "40"));
            });
  }

  private static Sightings readUntil(AtomicBoolean isOver, Reading reading)
      throws SQLException, IOException {
    Set<List<List<String>>> answers = new HashSet<>();
    Set<String> failures = new HashSet<>();
    int readCount = 0;
    try (DuckDb duckDb = DuckDb.open()) {
      while (!isOver.get()) {
        try {
          answers.add(reading.read(duckDb));
          readCount++;
        } catch (SQLException e) {
          failures.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return new Sightings(readCount, answers, failures);
  }

  private static Path currentVersion(Lake lake) throws IOException {
    return lake.version(new Versions(lake).current().orElseThrow());
  }

  private static List<List<String>> join(DuckDb duckDb, Path marts) throws SQLException {
    return duckDb.rows(
        """
        SELECT d.version, o.version, count(*)
        FROM read_parquet('%1$s/disputes/*.parquet', hive_partitioning = false) AS d
        FULL JOIN read_parquet('%1$s/outcomes/*.parquet', hive_partitioning = false) AS o USING (row_id)
        GROUP BY ALL"""
            .formatted(marts));
  }

  /** Of one mart: two globs in one query may find two versions. */
  private static List<List<String>> outcomes(DuckDb duckDb, Path marts) throws SQLException {
    return duckDb.rows(
        "SELECT min(version), max(version), count(*) FROM read_parquet('%s/outcomes/*.parquet')"
            .formatted(marts));
  }

  private static void publish(Lake lake, DuckDb duckDb) throws SQLException, IOException {
    Versions versions = new Versions(lake);
    VersionName name = versions.next(AS_OF);
    Path candidate = lake.work().resolve("candidate").resolve(name.folder());
    writePart(duckDb, candidate.resolve("disputes").resolve(name.fileName("disputes", 0)), 0, 40);
    writePart(duckDb, candidate.resolve("outcomes").resolve(name.fileName("outcomes", 0)), 0, 20);
    writePart(duckDb, candidate.resolve("outcomes").resolve(name.fileName("outcomes", 1)), 20, 40);
    versions.publish(candidate, name);
  }

  private static void writePart(DuckDb duckDb, Path file, int firstRow, int endRow)
      throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    String version = file.getFileName().toString().replaceAll(".*?-(.*)-\\d+\\.parquet", "$1");
    duckDb.execute(
        "COPY (SELECT i AS row_id, '%s' AS version FROM range(%d, %d) AS r(i)) TO '%s' (FORMAT parquet)"
            .formatted(version, firstRow, endRow, file));
  }
}
