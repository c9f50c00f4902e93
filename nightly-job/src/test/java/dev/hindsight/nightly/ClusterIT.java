package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nights on a Spark standalone cluster make the marts that local ones make. */
@Tag("cluster")
class ClusterIT {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-06-30"), 1);

  /** Few rows are not worth the second compiler, nor Spark's 200 shuffle partitions. */
  private static final List<String> FOR_FEW_ROWS =
      List.of(
          "spark.sql.shuffle.partitions=4",
          "spark.sql.codegen.wholeStage=false",
          "spark.sql.codegen.factoryMode=NO_CODEGEN");

  /** Where executors relied on what only the driver's Java is told, these would tell. */
  private static final String OTHER_JAVA =
      "spark.executor.extraJavaOptions=-Duser.timezone=Pacific/Auckland -Duser.language=de"
          + " -Duser.country=DE -XX:TieredStopAtLevel=1";

  private final Path folder;
  private final Path landing;

  ClusterIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.landing = GeneratedMarketplace.landing(folder.resolve("marketplace"), 32, 90, 3);
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void aNightOnAClusterOfWhichAWorkerDiesMakesTheMartsOfALocalOne() throws Exception {
    Path local = Files.createDirectories(folder.resolve("local"));
    ProgramRun localNight = ProgramRun.of(local, "nightly", "--landing", landing);
    assertThat(localNight.exitCode()).as(localNight.err()).isZero();
    Path remote = Files.createDirectories(folder.resolve("cluster"));

    try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("machines"), 2)) {
      Process night = start(remote, cluster);
      awaitMart(remote, night, "disputes");
      assertThat(cluster.executors(0)).hasSize(1);
      assertThat(cluster.executors(1)).hasSize(1);
      cluster.kill(1);

      assertThat(night.waitFor()).as(Files.readString(remote.resolve("err.txt"))).isZero();
    }

    MartComparison marts = new MartComparison(version(local), version(remote));
    assertThat(marts.differences()).isEmpty();
    assertThat(marts.rowCount()).isGreaterThan(2_000);
    assertThat(RoundedRows.of(version(local).resolve("drivers"))).isNotEmpty();
  }

  private Process start(Path lakes, LoopbackCluster cluster) throws IOException {
    List<Object> words = new ArrayList<>(List.of("nightly", "--landing", landing));
    words.addAll(List.of("--spark-master", cluster.url()));
    Stream.concat(
            Stream.of("spark.driver.host=127.0.0.1", "spark.executor.memory=900m", OTHER_JAVA),
            FOR_FEW_ROWS.stream())
        .forEach(setting -> words.addAll(List.of("--spark-conf", setting)));
    return ProgramRun.start(
        lakes, lakes.resolve("out.txt"), lakes.resolve("err.txt"), words.toArray());
  }

  private static void awaitMart(Path lakes, Process night, String mart) throws Exception {
    while (!Files.readString(lakes.resolve("err.txt")).contains("Mart " + mart)) {
      assertThat(night.isAlive()).as(Files.readString(lakes.resolve("err.txt"))).isTrue();
      Thread.sleep(100);
    }
  }

  private static Path version(Path lakes) {
    return new Lake(lakes.resolve("lake")).version(VERSION);
  }
}
