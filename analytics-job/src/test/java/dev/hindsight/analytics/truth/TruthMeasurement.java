package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.truth.market.Market;
import dev.hindsight.datasets.lake.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/**
 * Makes markets whose truth is known, has the night's analysis look at them, and counts.
 *
 * @param folder has a folder for each market while it is looked at, and keeps its pairs
 */
record TruthMeasurement(SparkSession spark, Path folder, int sellers) {
  /** None of the seeds that the market was made by. */
  static final long FIRST_SEED = 101;

  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");

  MarketFindings of(Scenario scenario, long seed) throws IOException {
    Path files = folder.resolve("%s-%d".formatted(scenario.name(), seed));
    DurableFiles.deleteTree(files);
    Market market =
        new Market(scenario.conditions(), sellers, LAST_DAY, MeasuredFindings.WINDOW_DAYS, seed);
    IntermediateRows intermediate = new IntermediateRows(spark, files);
    MeasuredFindings.Logs logs = MeasuredFindings.Logs.of(intermediate, market.logs());
    FoundRows found = new FoundRows(MeasuredFindings.of(intermediate, logs, LAST_DAY));
    MarketFindings findings =
        new MarketFindings(
            market.truth(),
            found.pairs(scenario.asksForDrivers()),
            found.ratings(),
            found.spread());
    DurableFiles.deleteTree(files);
    findings.writePairs(folder.resolve(files.getFileName() + "-pairs.csv"));
    return findings;
  }
}
