package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times the night after a short and after a long history, each with one new day: {@code
 * NightBenchmark FOLDER LINES_A_DAY SHORT_DAYS LONG_DAYS ROUNDS}. What a night costs should not
 * grow with the history. Beside it the night at the default window, and everything counted anew by
 * DuckDB. It fails when one of them fails, never for slowness.
 */
final class NightBenchmark {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight"), "bin", "hindsight")
          .toAbsolutePath();

  private static final int SHORT_WINDOW = 14;
  private static final int DEFAULT_WINDOW = 90;

  private final Path folder;
  private final int linesADay;

  private NightBenchmark(Path folder, int linesADay) {
    this.folder = folder;
    this.linesADay = linesADay;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    NightBenchmark benchmark =
        new NightBenchmark(
            Files.createDirectories(Path.of(arguments[0])).toAbsolutePath(),
            Integer.parseInt(arguments[1]));
    int shortDays = Integer.parseInt(arguments[2]);
    int longDays = Integer.parseInt(arguments[3]);
    System.out.println("| what | seconds | peak memory MB |\n|---|---|---|");
    benchmark.prepare(shortDays);
    benchmark.prepare(longDays);
    double afterShort = 0;
    double afterLong = 0;
    for (int round = 1; round <= Integer.parseInt(arguments[4]); round++) {
      afterShort += benchmark.night(shortDays, SHORT_WINDOW);
      afterLong += benchmark.night(longDays, SHORT_WINDOW);
    }
    benchmark.night(longDays, DEFAULT_WINDOW);
    benchmark.counting(longDays);
    System.out.printf(
        Locale.ROOT,
        "%nThe night after %d days / after %d days: %.2f%n",
        longDays,
        shortDays,
        afterLong / afterShort);
  }

  /** Lands all days but the last and makes their version, unless an earlier benchmark has. */
  private void prepare(int days) throws IOException, InterruptedException, SQLException {
    Lake lake = lake(days);
    if (Files.exists(lake.root())) {
      return;
    }
    Lake unfinished = new Lake(folder.resolve(lake.root().getFileName() + "-unfinished"));
    delete(unfinished);
    Files.createDirectories(landing(days));
    try (GeneratedNights nights = new GeneratedNights(linesADay, days)) {
      nights.landUpTo(days - 1, unfinished);
      nights.writeLogs(days - 1, landing(days));
    }
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    print(
        "everything made of %d days".formatted(days - 1),
        run(unfinished, nothing, days - 2, SHORT_WINDOW));
    Files.move(unfinished.root(), lake.root());
  }

  /** Times the night of the last day, on a copy of the lake as the day before has left it. */
  private double night(int days, int window) throws IOException, InterruptedException {
    Lake copy = copy();
    delete(copy);
    FolderCopy.of(lake(days).root(), copy.root());
    MeasuredRun run = run(copy, landing(days), days - 1, window);
    print("the night after %d days, window of %d days".formatted(days, window), run);
    steps(copy.work().resolve("spark.log")).forEach(System.err::println);
    return run.seconds();
  }

  /** When Spark's process had done what. */
  private static List<String> steps(Path sparkLog) throws IOException {
    return Files.readAllLines(sparkLog).stream().filter(line -> line.contains(" INFO ")).toList();
  }

  private MeasuredRun run(Lake lake, Path landing, int day, int window)
      throws IOException, InterruptedException {
    Path outbox = folder.resolve("outbox");
    DurableFiles.deleteTree(outbox);
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "nightly"));
    command.addAll(List.of("--lake", lake.root().toString()));
    command.addAll(List.of("--landing", landing.toString()));
    command.addAll(List.of("--outbox", outbox.toString()));
    command.addAll(List.of("--as-of", GeneratedNights.date(day).toString()));
    command.addAll(List.of("--window-days", Integer.toString(window)));
    command.addAll(List.of("--spark-master", "local[2]", "--spark-driver-memory", "4g"));
    Path log = folder.resolve("night-%d-%d.log".formatted(day + 1, window));
    MeasuredRun run =
        MeasuredRun.of(new Contender("hindsight nightly", command, lake.versions(), ""), log);
    Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("time "))
        .forEach(System.err::println);
    return run;
  }

  /** Of what the last night had. */
  private void counting(int days) throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "duckdb");
    print(
        "everything counted anew by DuckDB, at %d days".formatted(DEFAULT_WINDOW),
        MeasuredRun.of(
            DuckDbCounting.contender(copy().root(), output, GeneratedNights.date(days - 1)),
            folder.resolve("duckdb.log")));
  }

  private Lake lake(int days) {
    return new Lake(folder.resolve("lake-%d-%d".formatted(linesADay, days)));
  }

  /** The lake that a night is timed on. */
  private Lake copy() {
    return new Lake(folder.resolve("copy"));
  }

  /** With its job repository, which would remember that the night is done. */
  private static void delete(Lake lake) throws IOException {
    DurableFiles.deleteTree(lake.root());
    DurableFiles.deleteTree(lake.root().resolveSibling(lake.root().getFileName() + ".jobs"));
  }

  private Path landing(int days) {
    return folder.resolve("landing-%d-%d".formatted(linesADay, days));
  }

  private static void print(String what, MeasuredRun run) {
    System.out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f |%n", what, run.seconds(), run.peakMegabytes());
  }
}
