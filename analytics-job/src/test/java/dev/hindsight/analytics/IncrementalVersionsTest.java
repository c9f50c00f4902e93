package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Versions that build on what is kept, beside the same made from nothing: by the way of small lakes
 * and by that of large ones, which must find the same.
 */
@SparkTest
class IncrementalVersionsTest {
  /** Seeds from 1 on; more by {@code -Dhindsight.histories=10}. */
  private static final int HISTORIES = Integer.getInteger("hindsight.histories", 1);

  private static final int LINES = 1_200;
  private static final List<LocalDate> NIGHTS =
      Stream.of("2026-05-10", "2026-05-11", "2026-06-20").map(LocalDate::parse).toList();

  private final SparkSession spark;
  private final SparkSession large;

  IncrementalVersionsTest(SparkSession spark) {
    this.spark = spark;
    this.large = spark.newSession();
    this.large.conf().set(SmallLake.FEWER_ROWS_THAN, "0");
  }

  @Test
  void everyNightHasTheMartsThatItHasWhenAllIsMadeFromNothingByEitherWay(@TempDir Path folder)
      throws IOException, SQLException {
    for (int seed = 1; seed <= HISTORIES; seed++) {
      Path home = Files.createDirectory(folder.resolve("seed-" + seed));
      RandomHistory history = new RandomHistory(seed, LINES, NIGHTS);
      Lake lake = new Lake(home.resolve("lake"));
      for (int night = 0; night < NIGHTS.size(); night++) {
        history.landNight(night, new LandedLake(spark, lake));
        VersionName version = new Versions(lake).next(NIGHTS.get(night));
        Path incremental = build(large, lake, version, false);
        // The way of small lakes makes the same marts in less time.
        Path rebuilt = build(night < 2 ? spark : large, beside(lake), version, true);

        try (DuckDb duckDb = new DuckDb()) {
          assertThat(new VersionComparison(duckDb, incremental, rebuilt).differences())
              .as("seed %d, night %d, %s", seed, night, version)
              .isEmpty();
        }
        new Versions(lake).publish(incremental, version);
        if (night == 1) {
          assertThat(kept(lake)).as("some weeks are made again, others stay").hasSize(2);
        }
      }
    }
  }

  /** Also from a version that was made when the lake was small. */
  @Test
  void whatNothingHasTouchedIsTakenOver(@TempDir Path folder) throws IOException, SQLException {
    RandomHistory history = new RandomHistory(11, 300, NIGHTS.subList(0, 2));
    Lake lake = new Lake(folder.resolve("lake"));
    history.landNight(0, new LandedLake(spark, lake));
    VersionName first = new VersionName(NIGHTS.get(0), 1);
    new Versions(lake).publish(build(spark, lake, first, false), first);
    VersionName second = new VersionName(NIGHTS.get(1), 1);

    try (DuckDb duckDb = new DuckDb()) {
      write(duckDb, lake.version(first).resolve("disputes"), "marked");
      Path next = build(large, lake, second, false);
      String disputes = "FROM read_parquet('%s/disputes/*.parquet')".formatted(next);

      assertThat(duckDb.count("SELECT count(*) %s WHERE cause_code = 'marked'".formatted(disputes)))
          .isPositive();
      assertThat(
              duckDb.count(
                  "SELECT count(*) %s WHERE cause_code = 'marked' AND opened_date >= DATE '2026-04-10'"
                      .formatted(disputes)))
          .isZero();
    }
  }

  /** Writes the rows of a folder's only file again, with another code of the cause. */
  private static void write(DuckDb duckDb, Path mart, String causeCode)
      throws IOException, SQLException {
    Path file;
    try (Stream<Path> files = Files.list(mart)) {
      file = files.filter(name -> name.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Path written = file.resolveSibling("written");
    duckDb.execute(
        "COPY (SELECT * REPLACE ('%s' AS cause_code) FROM read_parquet('%s')) TO '%s' (FORMAT parquet)"
            .formatted(causeCode, file, written));
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(file.resolveSibling(".%s.crc".formatted(file.getFileName())));
  }

  /** The same landed files and versions, with nothing kept. */
  private static Lake beside(Lake lake) throws IOException {
    Lake other = new Lake(lake.root().resolveSibling("rebuilt"));
    if (!Files.exists(other.root())) {
      Files.createDirectories(other.root());
      Files.createDirectories(lake.versions());
      Files.createSymbolicLink(other.root().resolve("landed"), lake.root().resolve("landed"));
      Files.createSymbolicLink(other.versions(), lake.versions());
    }
    return other;
  }

  private static Path build(SparkSession spark, Lake lake, VersionName version, boolean isRebuild)
      throws IOException {
    Path candidate = lake.work().resolve("candidate").resolve(version.folder());
    AnalysisSettings settings =
        new AnalysisSettings(
            version.asOfDate(),
            14,
            null,
            ZoneId.of("Europe/Berlin"),
            AdviceHoldout.NONE,
            isRebuild);
    new VersionBuild(spark, lake, settings).writeTo(candidate, version);
    return candidate;
  }

  private static List<Path> kept(Lake lake) throws IOException {
    try (Stream<Path> made = Files.list(lake.kept().resolve("transactions"))) {
      return made.filter(Files::isDirectory).toList();
    }
  }
}
