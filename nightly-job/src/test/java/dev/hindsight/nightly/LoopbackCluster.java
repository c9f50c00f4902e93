package dev.hindsight.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster of processes on this machine, from the distribution's own jars. Its
 * workers have nothing of the program: what they need comes to them.
 */
final class LoopbackCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:[1-9]\\d*");
  private static final String REGISTERED = "Successfully registered with master";
  private static final int LONGEST_SECONDS = 60;

  private final Path folder;
  private final Path home;
  private final List<Process> workers = new ArrayList<>();
  private final Process master;
  private final String url;

  LoopbackCluster(Path folder, int workerCount) throws Exception {
    this.folder = folder;
    home = sparkHome(folder.resolve("spark"), ProgramRun.LAUNCHER.resolve("../../spark"));
    master =
        start(
            "master", "org.apache.spark.deploy.master.Master", "--port", "0", "--webui-port", "0");
    url = awaited(log("master"), MASTER);
    for (int worker = 0; worker < workerCount; worker++) {
      workers.add(startWorker(worker));
    }
    for (int worker = 0; worker < workerCount; worker++) {
      awaited(log("worker-" + worker), Pattern.compile(REGISTERED));
    }
  }

  /** A folder that Spark takes for an installation: jars, and a file that says it is a release. */
  private static Path sparkHome(Path home, Path jars) throws IOException {
    Files.createDirectories(home);
    Files.createSymbolicLink(home.resolve("jars"), jars.normalize().toRealPath());
    Files.writeString(home.resolve("RELEASE"), "Spark of the distribution\n");
    return home;
  }

  String url() {
    return url;
  }

  /** The executors that a worker has started, newest last, by the folders that they work in. */
  List<Path> executors(int worker) throws IOException {
    Path work = work(worker);
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> executors = Files.walk(work, 2)) {
      return executors.filter(path -> work.relativize(path).getNameCount() == 2).sorted().toList();
    }
  }

  /** Ends a worker as a machine without power would: its executor with it, nothing told. */
  void kill(int worker) throws InterruptedException {
    Process process = workers.get(worker);
    List<ProcessHandle> executors = process.descendants().toList();
    executors.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    for (int worker = 0; worker < workers.size(); worker++) {
      kill(worker);
    }
    master.destroyForcibly().waitFor();
  }

  private Process startWorker(int worker) throws IOException {
    return start(
        "worker-" + worker,
        "org.apache.spark.deploy.worker.Worker",
        "--port",
        "0",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        work(worker).toString(),
        url);
  }

  private Process start(String name, String mainClass, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dspark.master.rest.enabled=false",
                "-cp",
                home.resolve("jars") + "/*",
                mainClass,
                "--host",
                "127.0.0.1"));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve(name)).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile());
    process
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "LC_ALL",
                "C"));
    return process.start();
  }

  private Path work(int worker) {
    return folder.resolve("work-" + worker);
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String awaited(Path log, Pattern text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < end) {
      Matcher found = text.matcher(Files.readString(log));
      if (found.find()) {
        return found.group();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "Not in %s after %d s: %s".formatted(log, LONGEST_SECONDS, Files.readString(log)));
  }
}
