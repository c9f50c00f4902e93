package dev.hindsight.nightly.spark;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark, bundled or of {@code $SPARK_HOME}.
 *
 * @param jars the folder that holds its jars
 * @param configuration folders that say where the cluster and its file systems are
 */
public record SparkHome(Path jars, List<String> configuration) {
  private static final List<String> CONFIGURATION =
      List.of("SPARK_CONF_DIR", "HADOOP_CONF_DIR", "YARN_CONF_DIR");

  /** One that is told nothing of a cluster. */
  public SparkHome(Path jars) {
    this(jars, List.of());
  }

  /**
   * The Spark to run.
   *
   * @throws UnusableSparkException when there are no jars where they should be
   */
  public static SparkHome of(Map<String, String> environment, Path bundled) {
    String installed = environment.getOrDefault("SPARK_HOME", "");
    Path jars = installed.isEmpty() ? bundled : Path.of(installed, "jars");
    if (!Files.isDirectory(jars)) {
      throw new UnusableSparkException(
          installed.isEmpty()
              ? "Spark's jars are not in %s; build the distribution again".formatted(jars)
              : "SPARK_HOME is %s, but it has no folder jars; correct or unset it"
                  .formatted(installed));
    }
    List<String> configuration =
        CONFIGURATION.stream()
            .map(variable -> environment.getOrDefault(variable, ""))
            .filter(folder -> !folder.isEmpty())
            .toList();
    return new SparkHome(jars, configuration);
  }

  String classPath() {
    return Stream.concat(Stream.of(jars + "/*"), configuration.stream())
        .collect(Collectors.joining(":"));
  }

  /**
   * Checks that it can speak with a master.
   *
   * @throws UnusableSparkException when it lacks the part for the master's kind
   */
  void requirePartFor(SparkMaster master) throws IOException {
    String part = master.url().startsWith("k8s:") ? "kubernetes" : master.url();
    if ((part.equals("kubernetes") || part.equals("yarn"))
        && jar("spark-" + part + "_").isEmpty()) {
      throw new UnusableSparkException(
          "--spark-master %s needs a Spark with its jar spark-%s, which is not in %s; name one with SPARK_HOME"
              .formatted(master.url(), part, jars));
    }
  }

  /** What this Spark asks of the Java it runs on; only Spark itself knows. */
  List<String> moduleOptions() {
    try (URLClassLoader launcher =
        new URLClassLoader(new URL[] {launcherJar().toUri().toURL()}, null)) {
      Object options =
          launcher
              .loadClass("org.apache.spark.launcher.JavaModuleOptions")
              .getMethod("defaultModuleOptionArray")
              .invoke(null);
      return List.of((String[]) options);
    } catch (IOException | ReflectiveOperationException e) {
      throw new UnusableSparkException(
          "Spark's launcher in %s cannot be used (%s)".formatted(jars, e), e);
    }
  }

  private Path launcherJar() throws IOException {
    return jar("spark-launcher_")
        .orElseThrow(
            () ->
                new UnusableSparkException(
                    "Folder %s holds no spark-launcher jar; it is no Spark's".formatted(jars)));
  }

  private Optional<Path> jar(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
          .findFirst();
    }
  }
}
