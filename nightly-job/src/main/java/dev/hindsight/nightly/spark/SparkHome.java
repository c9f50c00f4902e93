package dev.hindsight.nightly.spark;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of a Spark, bundled or of {@code $SPARK_HOME}.
 *
 * @param jars the folder that holds them
 */
public record SparkHome(Path jars) {

  /**
   * The Spark to run.
   *
   * @param installed {@code $SPARK_HOME}, or empty
   * @throws UnusableSparkException when there are no jars where they should be
   */
  public static SparkHome of(String installed, Path bundled) {
    Path jars = installed.isEmpty() ? bundled : Path.of(installed, "jars");
    if (!Files.isDirectory(jars)) {
      throw new UnusableSparkException(
          installed.isEmpty()
              ? "Spark's jars are not in %s; build the distribution again".formatted(jars)
              : "SPARK_HOME is %s, but it has no folder jars; correct or unset it"
                  .formatted(installed));
    }
    return new SparkHome(jars);
  }

  String classPath() {
    return jars + "/*";
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
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("spark-launcher_"))
          .findFirst()
          .orElseThrow(
              () ->
                  new UnusableSparkException(
                      "Folder %s holds no spark-launcher jar; it is no Spark's".formatted(jars)));
    }
  }
}
