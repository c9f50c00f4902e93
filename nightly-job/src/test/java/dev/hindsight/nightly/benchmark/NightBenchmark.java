package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times the night after a short and after a long history, each with one new day: {@code
 * NightBenchmark FOLDER LINES_A_DAY SHORT_DAYS LONG_DAYS}. What a night costs should not grow with
 * the history. Beside it the night at the default window, and everything counted anew by DuckDB. It
 * fails when one of them fails, never for slowness.
 */
final class NightBenchmark {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight"), "bin", "hindsight")
          .toAbsolutePath();

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
    double afterShort = benchmark.night(shortDays);
    double afterLong = benchmark.night(longDays);
    benchmark.defaultWindow(longDays);
    benchmark.counting(longDays);
    System.out.printf(
        Locale.ROOT,
        "%nThe night after %d days / after %d days: %.2f%n",
        longDays,
        shortDays,
        afterLong / afterShort);
  }

  /** Makes the version of the day before the last, and times the last. */
  private double night(int days) throws IOException, InterruptedException, SQLException {
    Lake lake = lake(days);
    Path landing = folder.resolve("landing-" + days);
    if (!Files.exists(lake.root())) {
      Files.createDirectories(landing);
      try (GeneratedNights nights = new GeneratedNights(linesADay, days)) {
        nights.landUpTo(days - 1, lake);
      }
      print("everything made of " + (days - 1) + " days", measured(lake, landing, days - 2));
      try (GeneratedNights nights = new GeneratedNights(linesADay, days)) {
        nights.writeLogs(days - 1, landing);
      }
    }
    MeasuredRun run = measured(lake, landing, days - 1);
    print("the night after " + days + " days, with one new day", run);
    return run.seconds();
  }

  private MeasuredRun measured(Lake lake, Path landing, int day)
      throws IOException, InterruptedException {
    return run(
        lake,
        "night-" + (day + 1),
        List.of(
            "nightly",
            "--landing",
            landing.toString(),
            "--as-of",
            GeneratedNights.date(day).toString(),
            "--window-days",
            "14"));
  }

  private void defaultWindow(int days) throws IOException, InterruptedException {
    LocalDate date = GeneratedNights.date(days - 1);
    print(
        "the same at the default window of 90 days, made again",
        run(lake(days), "window-90", List.of("analyze", "--as-of", date.toString())));
  }

  private MeasuredRun run(Lake lake, String name, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(words);
    command.addAll(
        List.of(
            "--lake",
            lake.root().toString(),
            "--spark-master",
            "local[2]",
            "--spark-driver-memory",
            "4g"));
    return MeasuredRun.of(
        new Contender("hindsight " + name, command, lake.versions(), ""),
        folder.resolve(name + ".log"));
  }

  private void counting(int days) throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "duckdb");
    print(
        "everything counted anew by DuckDB, at 90 days",
        MeasuredRun.of(
            DuckDbCounting.contender(lake(days).root(), output, GeneratedNights.date(days - 1)),
            folder.resolve("duckdb.log")));
  }

  private Lake lake(int days) {
    return new Lake(folder.resolve("lake-%d-%d".formatted(linesADay, days)));
  }

  private static void print(String what, MeasuredRun run) {
    System.out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f |%n", what, run.seconds(), run.peakMegabytes());
  }
}
