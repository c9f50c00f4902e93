package dev.hindsight.analytics.dataset;

import java.nio.file.Path;

/**
 * A path of the lake as Spark is to take it. Without its scheme Spark would look on the cluster's
 * default file system, such as HDFS, where the lake is not.
 */
public final class SparkPath {
  private SparkPath() {}

  /** Nothing in it is escaped: Spark takes the characters as they are. */
  public static String of(Path path) {
    return "file://" + path.toAbsolutePath();
  }
}
