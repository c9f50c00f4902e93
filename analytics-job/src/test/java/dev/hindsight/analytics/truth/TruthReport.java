package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the findings on markets whose truth is known, prints what was asked and what was found,
 * and fails where a requirement does not hold. Arguments: a folder for the markets, the number of
 * seeds, the page to write.
 */
final class TruthReport {
  private static final int SELLERS = 500;

  private final StringBuilder page = new StringBuilder();
  private boolean holds = true;

  private TruthReport() {}

  public static void main(String[] arguments) throws IOException {
    int seeds = Integer.parseInt(arguments[1]);
    TruthReport report = new TruthReport();
    try (SparkSession spark = MeasuredFindings.session()) {
      spark.sparkContext().setLogLevel("ERROR");
      report.measure(
          new TruthMeasurement(spark, Path.of(arguments[0]).toAbsolutePath(), SELLERS), seeds);
    }
    Files.writeString(Path.of(arguments[2]), report.page);
    if (!report.holds) {
      throw new IllegalStateException(
          "What is asked does not hold everywhere; see the lines that say no in " + arguments[2]);
    }
  }

  private void measure(TruthMeasurement measurement, int seeds) throws IOException {
    page.append("# Is it true?\n\nMarkets of ").append(SELLERS).append(" sellers and ");
    page.append("90 days, of which the truth is known, ").append(seeds);
    page.append(" of each kind, as the night's own classes see them. Made by\n\n```sh\n");
    page.append("mvn -B -Ptruth -DskipTests verify -pl analytics-job -am -Dtruth.seeds=");
    page.append(seeds).append("\n```\n\n");
    page.append("| truth | measured | asked | found | holds |\n|---|---|---|---|---|\n");
    for (Scenario scenario : Scenario.ALL) {
      row(scenario, measured(measurement, scenario, seeds));
    }
  }

  private static Map<Measure, Share> measured(
      TruthMeasurement measurement, Scenario scenario, int seeds) throws IOException {
    Map<Measure, Share> found = new EnumMap<>(Measure.class);
    for (long seed : seeds(seeds)) {
      long start = System.nanoTime();
      Map<Measure, Share> market = measurement.of(scenario, seed).measures();
      market.forEach((measure, share) -> found.merge(measure, share, Share::plus));
      System.out.printf(
          Locale.ROOT,
          "%s, seed %d, %.0f s: %s%n",
          scenario.name(),
          seed,
          (System.nanoTime() - start) / 1e9,
          market);
    }
    return found;
  }

  private static List<Long> seeds(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(number -> TruthMeasurement.FIRST_SEED + number - 1)
        .toList();
  }

  private void row(Scenario scenario, Map<Measure, Share> found) {
    for (Requirement requirement : scenario.requirements()) {
      Measure measure = requirement.measure();
      Share share = found.getOrDefault(measure, Share.NOTHING);
      boolean held = requirement.holdsFor(share);
      holds &= held;
      String row =
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  scenario.truth(),
                  measure.text(),
                  requirement.text(),
                  share.text(measure.isPercentage()),
                  requirement.isRequired() ? (held ? "yes" : "no") : "");
      System.out.print(row);
      page.append(row);
    }
  }
}
