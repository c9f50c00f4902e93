package dev.hindsight.nightly.night;

import dev.hindsight.nightly.spark.SparkHome;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program's parts lie.
 *
 * @param home the distribution's folder
 * @param environment may name another Spark than the bundled one
 */
public record Distribution(Path home, Map<String, String> environment) {
  SparkHome spark() {
    return SparkHome.of(environment, home.resolve("spark"));
  }

  Path analyticsJar() {
    return home.resolve("analytics-job.jar");
  }
}
