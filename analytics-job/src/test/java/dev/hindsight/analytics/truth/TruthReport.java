package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the findings on markets whose truth is known, prints what was asked and what was found,
 * and fails where a requirement does not hold. Arguments: a folder for the markets, the number of
 * seeds, the names of the scenarios with commas between or {@code all}, the page to write.
 */
final class TruthReport {
  private static final int SELLERS = 500;

  /** Much of a small analysis is waiting for one core. */
  private static final int MARKETS_AT_A_TIME = 2;

  private final TruthMeasurement measurement;
  private final int seeds;
  private final StringBuilder page = new StringBuilder();
  private boolean holds = true;

  private TruthReport(TruthMeasurement measurement, int seeds) {
    this.measurement = measurement;
    this.seeds = seeds;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    List<Scenario> scenarios = scenarios(arguments[2]);
    Path page = Path.of(arguments[3]);
    try (SparkSession spark = MeasuredFindings.session()) {
      spark.sparkContext().setLogLevel("ERROR");
      TruthMeasurement measurement = new TruthMeasurement(spark, folder, SELLERS);
      TruthReport report = new TruthReport(measurement, Integer.parseInt(arguments[1]));
      report.measure(scenarios);
      report.write(page, scenarios);
    }
  }

  private static List<Scenario> scenarios(String names) {
    Set<String> chosen = Set.of(names.split(","));
    List<Scenario> scenarios =
        Scenario.ALL.stream()
            .filter(scenario -> names.equals("all") || chosen.contains(scenario.name()))
            .toList();
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException(
          "%s names no scenario; there are %s"
              .formatted(names, Scenario.ALL.stream().map(Scenario::name).toList()));
    }
    return scenarios;
  }

  private void measure(List<Scenario> scenarios) throws Exception {
    long start = System.nanoTime();
    ExecutorService markets = Executors.newFixedThreadPool(MARKETS_AT_A_TIME);
    try {
      for (Scenario scenario : scenarios) {
        row(scenario, measured(scenario, markets));
      }
    } finally {
      markets.shutdownNow();
    }
    System.out.printf(
        Locale.ROOT,
        "%d markets of %d scenarios in %.0f minutes%n",
        scenarios.stream().mapToInt(this::markets).sum(),
        scenarios.size(),
        (System.nanoTime() - start) / 6e10);
  }

  private Map<Measure, Share> measured(Scenario scenario, ExecutorService markets)
      throws ExecutionException, InterruptedException {
    List<Callable<Map<Measure, Share>>> measurements = new ArrayList<>();
    for (int number = 0; number < markets(scenario); number++) {
      long seed = TruthMeasurement.FIRST_SEED + number;
      measurements.add(() -> measured(scenario, seed));
    }
    Map<Measure, Share> found = new EnumMap<>(Measure.class);
    for (Future<Map<Measure, Share>> market : markets.invokeAll(measurements)) {
      market.get().forEach((measure, share) -> found.merge(measure, share, Share::plus));
    }
    return found;
  }

  private int markets(Scenario scenario) {
    return scenario.times() * seeds;
  }

  private Map<Measure, Share> measured(Scenario scenario, long seed) throws IOException {
    long start = System.nanoTime();
    MarketFindings market = measurement.of(scenario, seed);
    Map<Measure, Share> measures = market.measures();
    measures.keySet().retainAll(scenario.measures());
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d, spread %.4f, %.0f s: %s%n",
        scenario.name(),
        seed,
        market.spread(),
        (System.nanoTime() - start) / 1e9,
        measures);
    return measures;
  }

  private void row(Scenario scenario, Map<Measure, Share> found) {
    for (Requirement requirement : scenario.requirements()) {
      Measure measure = requirement.measure();
      Share share = found.getOrDefault(measure, Share.NOTHING);
      boolean held = requirement.holdsFor(share);
      holds &= held;
      String row =
          "| %s | %d | %s | %s | %s | %s |%n"
              .formatted(
                  scenario.truth(),
                  markets(scenario),
                  measure.text(),
                  requirement.text(),
                  share.text(measure.isPercentage()),
                  requirement.isRequired() ? (held ? "yes" : "no") : "");
      System.out.print(row);
      page.append(row);
    }
  }

  private void write(Path file, List<Scenario> scenarios) throws IOException {
    String some =
        scenarios.size() == Scenario.ALL.size()
            ? ""
            : " -Dtruth.scenarios="
                + String.join(",", scenarios.stream().map(Scenario::name).toList());
    Files.writeString(
        file,
        """
        # Is it true?

        Markets of %d sellers and %d days, of which the truth is known, as the night's own classes see them; their seeds begin at %d. Made by

        ```sh
        mvn -B -Ptruth -DskipTests verify -pl analytics-job -am -Dtruth.seeds=%d%s
        ```

        | truth | markets | measured | asked | found | holds |
        |---|---|---|---|---|---|
        %s"""
            .formatted(
                SELLERS,
                MeasuredFindings.WINDOW_DAYS,
                TruthMeasurement.FIRST_SEED,
                seeds,
                some,
                page));
    if (!holds) {
      throw new IllegalStateException(
          "What is asked does not hold everywhere; see the lines that say no in " + file);
    }
  }
}
