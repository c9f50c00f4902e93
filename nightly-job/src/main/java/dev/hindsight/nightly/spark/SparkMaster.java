package dev.hindsight.nightly.spark;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who gives Spark its processes, and how they are set.
 *
 * @param url such as {@code local[*]} or {@code spark://host:7077}
 * @param configuration Spark's settings by their keys
 */
public record SparkMaster(String url, Map<String, String> configuration) {
  private static final Pattern URL =
      Pattern.compile("local(\\[.+])?|spark://.+:\\d+(,.+:\\d+)*|yarn|k8s://.+");

  /** What Spark itself hides from its logs. */
  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]?key");

  /**
   * Settings that would do nothing, for the driver is this program's child; with what does it
   * instead.
   */
  private static final Map<String, String> SET_OTHERWISE =
      Map.of(
          "spark.master",
          "use --spark-master",
          "spark.driver.memory",
          "use --spark-driver-memory",
          "spark.submit.deployMode",
          "the driver runs beside the program, where the lake is",
          "spark.driver.extraJavaOptions",
          "JDK_JAVA_OPTIONS in the environment adds options for every Java that starts",
          "spark.driver.extraClassPath",
          "name the jar in spark.jars");

  /**
   * @throws IllegalArgumentException naming what is no master, or no setting that can be given
   */
  public SparkMaster {
    if (!URL.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "--spark-master: '%s' is no master of Spark's; write local[*], spark://host:7077, yarn or k8s://https://host:6443"
              .formatted(url));
    }
    configuration = Map.copyOf(configuration);
    configuration.keySet().stream().sorted().forEach(SparkMaster::requireUsable);
  }

  private static void requireUsable(String key) {
    if (!key.startsWith("spark.")) {
      throw new IllegalArgumentException(
          "--spark-conf: '%s' is no setting of Spark's; write spark.executor.memory=4g"
              .formatted(key));
    }
    if (SECRET.matcher(key).find()) {
      throw new IllegalArgumentException(
          "--spark-conf: %s is a secret, and the list of processes would show it; put it into spark-defaults.conf, in the folder that SPARK_CONF_DIR names"
              .formatted(key));
    }
    if (SET_OTHERWISE.containsKey(key)) {
      throw new IllegalArgumentException(
          "--spark-conf: %s would do nothing here; %s".formatted(key, SET_OTHERWISE.get(key)));
    }
  }

  /** As Spark's submission takes it. */
  List<String> options() {
    return Stream.concat(
            Stream.of("--master", url),
            configuration.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Stream.of("--conf", entry.getKey() + "=" + entry.getValue())))
        .toList();
  }
}
