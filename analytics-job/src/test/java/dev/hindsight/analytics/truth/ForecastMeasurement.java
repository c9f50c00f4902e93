package dev.hindsight.analytics.truth;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.SellerCause;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Foretells windows by what the night's analysis would have said at the end of the window before.
 */
record ForecastMeasurement(IntermediateRows intermediate, MeasuredFindings.Logs logs) {
  private static final Field OBSERVED_BEFORE = scratch("observed_before");
  private static final Field EXPECTED_BEFORE = scratch("expected_before");

  /** What is said of two windows, at the end of each. */
  record Windows(MeasuredFindings first, MeasuredFindings second) {

    /** Of all pairs of which something is expected in both. */
    ForecastLosses forecast(ForecastFamily family) {
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
      return new ForecastLosses(pairs.stream().map(Windows::pair).toList());
    }

    private static Dataset<Row> expected(ForecastFamily family, MeasuredFindings findings) {
      return family.expectation(findings).where(col(SellerCause.EXPECTED_COUNT).gt(lit(0)));
    }

    private static WindowPair pair(Row row) {
      return new WindowPair(
          row.getLong(0), row.getDouble(1), row.getDouble(2), row.getLong(3), row.getDouble(4));
    }
  }

  /** The window that ends on a date, foretold by the one before. */
  Windows endingOn(LocalDate asOf) {
    return new Windows(asOf(asOf.minusDays(MeasuredFindings.WINDOW_DAYS)), asOf(asOf));
  }

  private MeasuredFindings asOf(LocalDate date) {
    IntermediateRows ofDate =
        new IntermediateRows(intermediate.spark(), intermediate.folder().resolve("as-of-" + date));
    return MeasuredFindings.withPrevious(ofDate, logs, date);
  }
}
