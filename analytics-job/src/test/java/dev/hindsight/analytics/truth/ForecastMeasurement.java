package dev.hindsight.analytics.truth;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.SellerCause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Foretells windows of a log by what the night's analysis would have said at the end of the window
 * before.
 *
 * @param lake holds the log
 * @param currency the reporting currency
 */
record ForecastMeasurement(SparkSession spark, Lake lake, String currency) {
  private static final int WINDOW_DAYS = 90;
  private static final Field USES = scratch("uses");
  private static final Field OBSERVED_BEFORE = scratch("observed_before");
  private static final Field EXPECTED_BEFORE = scratch("expected_before");

  /** What is said of two windows, at the end of each. */
  record Windows(MeasuredFindings first, MeasuredFindings second) {

    /** Of all pairs of which something is expected in both. */
    Forecast forecast(ForecastFamily family) {
      Dataset<Row> before =
          expected(family, first)
              .select(
                  col(SellerCause.SELLER_ID),
                  col(SellerCause.CAUSE),
                  as(OBSERVED_BEFORE, col(SellerCause.OBSERVED_COUNT)),
                  as(EXPECTED_BEFORE, col(SellerCause.EXPECTED_COUNT)));
      Dataset<Row> known =
          joined(before, family.shrunken(first), SellerCause.SELLER_ID, SellerCause.CAUSE);
      List<Row> pairs =
          joined(known, expected(family, second), SellerCause.SELLER_ID, SellerCause.CAUSE)
              .select(
                  col(OBSERVED_BEFORE),
                  col(EXPECTED_BEFORE),
                  col(ForecastFamily.SHRUNKEN_BEFORE),
                  col(SellerCause.OBSERVED_COUNT),
                  col(SellerCause.EXPECTED_COUNT))
              .collectAsList();
      return new Forecast(pairs.stream().map(Windows::pair).toList());
    }

    private static Dataset<Row> expected(ForecastFamily family, MeasuredFindings findings) {
      return family.expectation(findings).where(col(SellerCause.EXPECTED_COUNT).gt(lit(0)));
    }

    private static WindowPair pair(Row row) {
      return new WindowPair(
          row.getLong(0), row.getDouble(1), row.getDouble(2), row.getLong(3), row.getDouble(4));
    }
  }

  /** Lands a folder of canonical CSV in an empty lake; sums are in the commonest currency. */
  static ForecastMeasurement ofLanding(SparkSession spark, Path landing, Path folder)
      throws IOException {
    DurableFiles.deleteTree(folder);
    Lake lake = new Lake(folder);
    new LandedCsv(spark, lake).land(landing);
    Dataset<Row> sold = spark.read().parquet(lake.batch(Transaction.CONTRACT.name(), 1).toString());
    String currency =
        sold.groupBy(col(Transaction.CURRENCY))
            .agg(as(USES, count(lit(1))))
            .orderBy(col(USES).desc(), col(Transaction.CURRENCY))
            .first()
            .getString(0);
    return new ForecastMeasurement(spark, lake, currency);
  }

  /** The window that ends on a date, foretold by the one before. */
  Windows endingOn(LocalDate asOf) throws IOException {
    return new Windows(
        MeasuredFindings.of(spark, lake, asOf.minusDays(WINDOW_DAYS), currency),
        MeasuredFindings.of(spark, lake, asOf, currency));
  }
}
