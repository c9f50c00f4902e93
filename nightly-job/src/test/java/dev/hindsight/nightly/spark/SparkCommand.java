package dev.hindsight.nightly.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class on the bundled Spark's class path, in a process of its own. */
public final class SparkCommand {
  private SparkCommand() {}

  public static List<String> of(Path jars, Path classes, String mainClass, List<String> arguments) {
    SparkHome spark = new SparkHome(jars);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.addAll(spark.moduleOptions());
    command.addAll(List.of("-cp", classes + ":" + spark.classPath(), mainClass));
    command.addAll(arguments);
    return command;
  }
}
