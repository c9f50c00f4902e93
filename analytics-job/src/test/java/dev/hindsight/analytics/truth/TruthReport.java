package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** WIP. */
final class TruthReport {
  private TruthReport() {}

  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = MeasuredFindings.session()) {
      spark.sparkContext().setLogLevel("ERROR");
      TruthMeasurement measurement =
          new TruthMeasurement(spark, Path.of(arguments[0]).toAbsolutePath(), 500);
      for (Scenario scenario : Scenario.ALL) {
        if (arguments.length > 2 && !scenario.name().equals(arguments[2])) {
          continue;
        }
        for (int seed = 1; seed <= Integer.parseInt(arguments[1]); seed++) {
          long start = System.nanoTime();
          MarketFindings found = measurement.of(scenario, (long) seed);
          System.out.printf(
              "%s %d: %.1f s %s%n",
              scenario.name(), seed, (System.nanoTime() - start) / 1e9, found.measures());
          for (FoundPair pair : found.pairs()) {
            var planted = found.truth().stream().filter(pair::isOf).findFirst();
            if (pair.isFlagged() || planted.isPresent()) {
              System.out.println("   " + pair + " " + planted);
            }
          }
        }
      }
    }
  }
}
