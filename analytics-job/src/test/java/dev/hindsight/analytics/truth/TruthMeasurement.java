package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.truth.market.Market;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Makes markets whose truth is known, has the night's analysis look at them, and counts. */
record TruthMeasurement(SparkSession spark, Path folder, int sellers) {
  /** None of the seeds that the market was made by. */
  static final long FIRST_SEED = 101;

  /** The window, the one before it, and the week by which findings are confirmed. */
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");

  private static final int DAYS = 90 + 90 + 7;

  MarketFindings of(Scenario scenario, long seed) throws IOException {
    Path files = folder.resolve("market-" + Thread.currentThread().getId());
    DurableFiles.deleteTree(files);
    Market market = new Market(scenario.conditions(), sellers, LAST_DAY, DAYS, seed);
    market.writeTo(files.resolve("landing"));
    Lake lake = new Lake(files.resolve("lake"));
    new LandedCsv(spark, lake).land(files.resolve("landing"));
    FoundRows found = new FoundRows(MeasuredFindings.of(spark, lake, LAST_DAY, "EUR"));
    return new MarketFindings(market.truth(), found.pairs(), found.ratings());
  }
}
