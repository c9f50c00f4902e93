package dev.hindsight.analytics.benchmarks;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.datasets.contract.Field;
import org.apache.spark.sql.Column;

/** How a number spreads over sellers, hidden where it would tell what a single one has. */
public final class SellerQuartiles {
  /** Fewer would tell what a single seller has. */
  private static final long FEWEST_SELLERS = 5;

  private SellerQuartiles() {}

  /** Aggregate over rows of one seller each: the quantile; absent under 5 sellers. */
  public static Column quartile(Field number, double share) {
    return when(count(lit(1)).geq(lit(FEWEST_SELLERS)), percentile(col(number), lit(share)));
  }
}
