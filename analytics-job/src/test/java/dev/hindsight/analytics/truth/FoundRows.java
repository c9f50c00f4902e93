package dev.hindsight.analytics.truth;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.truth.market.CarryingValue;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.Rating;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads what the analysis found. */
record FoundRows(MeasuredFindings findings) {

  /**
   * Every pair.
   *
   * @param isDriverLookedFor else none has a driver
   */
  List<FoundPair> pairs(boolean isDriverLookedFor) {
    Map<List<String>, CarryingValue> drivers = isDriverLookedFor ? firstDrivers() : Map.of();
    return findings
        .sellerCauses()
        .select(
            col(SellerCause.SELLER_ID),
            col(SellerCause.CAUSE),
            col(SellerCause.OBSERVED_COUNT),
            coalesce(col(SellerCause.EXPECTED_COUNT), lit(0.0)),
            col(SellerCause.IS_FLAGGED))
        .collectAsList()
        .stream()
        .map(row -> pair(row, drivers))
        .toList();
  }

  /** Of the sellers for whom there is enough data. */
  List<String> ratings() {
    return findings.totals().select(col(SellerScorecard.RATING)).collectAsList().stream()
        .map(row -> row.getString(0))
        .filter(rating -> !rating.equals(Rating.INSUFFICIENT_DATA.name()))
        .toList();
  }

  /** By how much ordinary pairs are taken to differ. */
  double spread() {
    return findings.sellerCauses().select(col(SellerCause.SPREAD)).first().getDouble(0);
  }

  private static FoundPair pair(Row row, Map<List<String>, CarryingValue> drivers) {
    String seller = row.getString(0);
    String cause = row.getString(1);
    return new FoundPair(
        seller,
        cause,
        row.getLong(2),
        row.getDouble(3),
        row.getBoolean(4),
        drivers.getOrDefault(List.of(seller, cause), CarryingValue.NONE));
  }

  private Map<List<String>, CarryingValue> firstDrivers() {
    Map<List<String>, CarryingValue> drivers = new HashMap<>();
    List<Row> first =
        findings
            .drivers()
            .get()
            .where(col(Driver.DRIVER_RANK).equalTo(lit(1)))
            .select(
                col(Driver.SELLER_ID),
                col(Driver.CAUSE),
                col(Driver.DIMENSION),
                col(Driver.DIMENSION_VALUE))
            .collectAsList();
    for (Row row : first) {
      drivers.put(
          List.of(row.getString(0), row.getString(1)),
          new CarryingValue(row.getString(2), row.getString(3)));
    }
    return drivers;
  }
}
