package dev.hindsight.nightly.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SparkRunTest {
  private static final SparkMaster LOCAL = new SparkMaster("local[1]", Map.of());

  private final FakeSpark fake;
  private final Path log;

  SparkRunTest(@TempDir Path folder) throws IOException {
    fake = FakeSpark.in(folder);
    log = folder.resolve("work/spark.log");
  }

  @Test
  void startsTheApplicationAsSparkWantsIt() throws IOException {
    fake.does("end well");
    run().run(List.of("--as-of", "2026-06-30"));

    assertThat(Files.readAllLines(log))
        .containsExactly(
            "arguments --master local[1] --class dev.hindsight.analytics.AnalyzeApplication "
                + fake.application()
                + " --as-of 2026-06-30 --end-with-parent",
            "module option given",
            "26/07/01 05:00:00 INFO Analysis: Read 3 transactions");
  }

  @Test
  void settingsOfSparkAreHandedOn() throws IOException {
    fake.does("end well");
    SparkMaster cluster =
        new SparkMaster(
            "spark://127.0.0.1:7077",
            Map.of("spark.executor.memory", "4g", "spark.executor.extraJavaOptions", "-Da=b -Dc"));
    new SparkRun(new SparkHome(fake.jars()), fake.application(), cluster, List.of("-Xmx64m"), log)
        .run(List.of());

    assertThat(log)
        .content()
        .startsWith(
            "arguments --master spark://127.0.0.1:7077 --conf spark.executor.extraJavaOptions=-Da=b -Dc --conf spark.executor.memory=4g --class dev.hindsight");
  }

  @Test
  void theFirstCauseIsNamedAndTheOutputKept() throws IOException {
    fake.does("fail");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run().run(List.of()))
        .withMessage(
            "Spark ended with code 1: Exception in thread \"main\" java.lang.IllegalStateException:"
                + " no such mart; its output is in %s",
            log);
    assertThat(log).content().contains("Caused by: java.lang.Exception: deeper");
  }

  @Test
  void anEndWithoutCauseIsAFailureToo() throws IOException {
    fake.does("fail silently");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run().run(List.of()))
        .withMessage("Spark ended with code 9: it named no cause; its output is in %s", log);
  }

  @Test
  void aHeapThatJavaRefusesIsNamed() throws IOException {
    SparkRun run =
        new SparkRun(
            new SparkHome(fake.jars()), fake.application(), LOCAL, List.of("-Xmxlots"), log);

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run.run(List.of()))
        .withMessageStartingWith("Spark ended with code 1: Error: Could not create");
    assertThat(log).content().contains("Invalid maximum heap size: -Xmxlots");
  }

  @Test
  void theLogOfAFormerRunIsReplaced() throws IOException {
    Files.createDirectories(log.resolveSibling(""));
    Files.writeString(log, "former");
    fake.does("end well");
    run().run(List.of());

    assertThat(log).content().doesNotContain("former");
  }

  @Test
  void aLogThatCannotBeKeptIsAFailure() throws IOException {
    Files.createDirectories(log);
    fake.does("wait");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run().run(List.of()))
        .withMessageStartingWith("Spark's output cannot be kept in %s (", log);
  }

  @Test
  void theChildEndsWhenTheRunIsInterrupted() throws Exception {
    fake.does("wait");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread = new Thread(() -> failure.complete(failureOf(run())));
    thread.start();
    ProcessHandle child = child();

    thread.interrupt();

    assertThat(failure.get(20, TimeUnit.SECONDS))
        .isInstanceOf(SparkFailedException.class)
        .hasMessage("Interrupted while Spark ran");
    assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  private static Throwable failureOf(SparkRun run) {
    try {
      run.run(List.of());
      return new AssertionError("Spark ended well");
    } catch (IOException | RuntimeException e) {
      return e;
    }
  }

  private ProcessHandle child() throws Exception {
    Path pid = fake.home().resolve("pid");
    while (!Files.exists(pid)) {
      Thread.sleep(20);
    }
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pid)));
    return child.orElseThrow();
  }

  private SparkRun run() {
    return new SparkRun(
        new SparkHome(fake.jars()),
        fake.application(),
        LOCAL,
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
        log);
  }
}
