package dev.hindsight.analytics.fairness;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Bands of sellers by their order lines in the window, between fixed edges. */
enum SellerSize {
  UNDER_100("under 100", 0),
  FROM_100("100 to 999", 100),
  FROM_1000("1000 to 9999", 1_000),
  FROM_10000("10000 or more", 10_000);

  private final String label;
  private final long fewest;

  SellerSize(String label, long fewest) {
    this.label = label;
    this.fewest = fewest;
  }

  /** The label of the band; absent where nothing was sold. */
  static Column of(Column transactionCount) {
    Column band = lit(null).cast("string");
    for (SellerSize size : values()) {
      Column isInBand = transactionCount.geq(lit(Math.max(1, size.fewest)));
      band = when(isInBand, lit(size.label)).otherwise(band);
    }
    return band;
  }
}
