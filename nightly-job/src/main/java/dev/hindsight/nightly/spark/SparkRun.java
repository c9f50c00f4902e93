package dev.hindsight.nightly.spark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the analytics application in a process of its own, through Spark's submission class. The
 * child's standard input is a pipe from this process: when this one ends, however it ends, the
 * child reads its end and ends too.
 *
 * @param application the application's jar
 * @param master who runs Spark's tasks
 * @param javaOptions of the child, its heap among them
 * @param log where the child's output is kept
 */
public record SparkRun(
    SparkHome spark, Path application, SparkMaster master, List<String> javaOptions, Path log) {
  private static final Logger logger = LoggerFactory.getLogger(SparkRun.class);
  private static final String MAIN_CLASS = "dev.hindsight.analytics.AnalyzeApplication";

  /**
   * Runs it to its end.
   *
   * @throws SparkFailedException with the first cause that the child named, when it did not end
   *     well
   */
  public void run(List<String> arguments) throws IOException {
    spark.requirePartFor(master);
    Files.createDirectories(Objects.requireNonNull(log.getParent()));
    Process child = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    Thread ender = new Thread(child::destroyForcibly, "spark-ender");
    Runtime.getRuntime().addShutdownHook(ender);
    FutureTask<Optional<String>> follower = new FutureTask<>(() -> follow(child));
    new Thread(follower, "spark-follower").start();
    try {
      int exitCode = child.waitFor();
      Optional<String> cause = follower.get();
      if (exitCode != 0) {
        throw new SparkFailedException(
            "Spark ended with code %d: %s; its output is in %s"
                .formatted(exitCode, cause.orElse("it named no cause"), log));
      }
    } catch (ExecutionException e) {
      throw new SparkFailedException(
          "Spark's output cannot be kept in %s (%s)".formatted(log, e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SparkFailedException("Interrupted while Spark ran", e);
    } finally {
      child.destroyForcibly();
      release(ender);
    }
  }

  private static void release(Thread ender) {
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      // this process is ending already, and the hook with it
    }
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(spark.moduleOptions());
    command.addAll(List.of("-cp", application + ":" + spark.classPath()));
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(master.options());
    command.addAll(List.of("--class", MAIN_CLASS, application.toString()));
    command.addAll(arguments);
    command.add("--end-with-parent");
    return command;
  }

  private static void tell(String line) {
    if (line.contains(" INFO ")) {
      logger.info("Spark: {}", after(" INFO ", line));
    } else if (line.contains(" WARN ")) {
      logger.warn("Spark: {}", after(" WARN ", line));
    }
  }

  private static String after(String level, String line) {
    return line.substring(line.indexOf(level) + level.length()).strip();
  }

  /**
   * Keeps what the child says; returns the first cause it names. A child whose output is no longer
   * read would wait for ever, and is ended.
   */
  private Optional<String> follow(Process child) throws IOException {
    String cause = null;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
        BufferedWriter kept = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        kept.write(line);
        kept.newLine();
        tell(line);
        if (cause == null && (line.contains("Exception") || line.contains("Error:"))) {
          cause = line.strip();
        }
      }
    } catch (IOException e) {
      child.destroyForcibly();
      throw e;
    }
    return Optional.ofNullable(cause);
  }
}
