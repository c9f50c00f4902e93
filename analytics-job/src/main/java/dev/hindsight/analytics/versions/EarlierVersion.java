package dev.hindsight.analytics.versions;

import dev.hindsight.analytics.dataset.Conforming;
import dev.hindsight.analytics.dataset.ContractViolationException;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.dataset.SparkPath;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A published version that comes before another in the order of their names: by date, then number.
 * It may have been made by an older program.
 */
public record EarlierVersion(
    SparkSession spark, Lake lake, VersionName name, VersionManifest manifest) {
  private static final Logger log = LoggerFactory.getLogger(EarlierVersion.class);

  /**
   * The newest version before the one of that name, if one is kept. A version of a later date is
   * not before it, whenever it was made.
   */
  public static Optional<EarlierVersion> before(VersionName made, SparkSession spark, Lake lake)
      throws IOException {
    Optional<VersionName> newest =
        new Versions(lake)
            .all().stream()
                .filter(version -> version.compareTo(made) < 0)
                .max(Comparator.naturalOrder());
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    VersionName name = newest.get();
    VersionManifest manifest =
        SparkManifests.versionManifest(lake.version(name).resolve(Lake.VERSION_MANIFEST));
    return Optional.of(new EarlierVersion(spark, lake, name, manifest));
  }

  /**
   * The rows of one of its marts, with exactly the contract's columns. The types are those that the
   * files have, not those that a reader would like to see: a column that they lack is null, and a
   * mart that lacks a column of its key or has one of another type is not the contract's.
   *
   * @return nothing when it has no such mart
   */
  public Optional<Dataset<Row>> mart(Contract<?> contract) throws IOException {
    Path folder = lake.version(name).resolve(contract.name());
    if (!holdsRows(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Conforming.completed(spark.read().parquet(SparkPath.of(folder)), contract));
    } catch (ContractViolationException e) {
      log.warn("Version {} is not compared with: {}", name, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean holdsRows(Path mart) throws IOException {
    if (!Files.isDirectory(mart)) {
      return false;
    }
    try (Stream<Path> files = Files.list(mart)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(".parquet"));
    }
  }
}
