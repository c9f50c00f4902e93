package dev.hindsight.nightly.night;

import java.nio.file.Path;

/**
 * Where the program's parts lie.
 *
 * @param home the distribution's folder
 * @param installedSpark {@code $SPARK_HOME}, or empty for the bundled Spark
 */
public record Distribution(Path home, String installedSpark) {
  Path bundledSpark() {
    return home.resolve("spark");
  }

  Path analyticsJar() {
    return home.resolve("analytics-job.jar");
  }
}
