package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.night.NightRequest.SparkSettings;
import dev.hindsight.nightly.spark.SparkMaster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where and how Spark runs. */
final class SparkOptions {
  @Option(
      names = "--spark-master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description =
          "Spark's master: local[*], spark://host:7077, yarn or k8s://https://host:6443, see docs/clusters.md (default: local[*], all cores of this machine).")
  private String master = "local[*]";

  @Option(
      names = "--spark-driver-memory",
      paramLabel = "SIZE",
      defaultValue = "2g",
      description = "Heap of the Spark process (default: 2g).")
  private String driverMemory = "2g";

  @Option(
      names = "--spark-conf",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of Spark's, such as spark.executor.memory=4g. May be given several times; as a setting, one a line.")
  private List<String> configuration = new ArrayList<>();

  @Option(
      names = "--rebuild",
      description =
          "Make a version of what has landed alone, and of nothing that is kept or stands; a new one, though nothing has changed.")
  private boolean isRebuild;

  /**
   * How Spark is run.
   *
   * @throws UsageException when a value is none that Spark could take
   */
  SparkSettings settings() {
    try {
      return new SparkSettings(new SparkMaster(master, values()), driverMemory, isRebuild);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    configuration.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> values.put(key(line), line.substring(line.indexOf('=') + 1)));
    return values;
  }

  private static String key(String line) {
    int end = line.indexOf('=');
    if (end < 1) {
      throw new UsageException(
          "--spark-conf: '%s' sets nothing; write spark.executor.memory=4g".formatted(line));
    }
    return line.substring(0, end);
  }
}
