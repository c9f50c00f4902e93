package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.datasets.marts.SellerScorecard.BROKEN_BOUND_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.NEAR_BOUND_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.datasets.marts.BoundStanding;
import dev.hindsight.datasets.marts.ProgramBound;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many bounds of programmes each seller is near to, or has broken. */
public final class BoundCounts {
  private BoundCounts() {}

  /**
   * The scorecards with both counts.
   *
   * @param bounds rows of {@link ProgramBound}
   */
  public static Dataset<Row> beside(Dataset<Row> cards, Dataset<Row> bounds) {
    Dataset<Row> counts =
        bounds
            .groupBy(col(SELLER_ID))
            .agg(
                as(NEAR_BOUND_COUNT, count_if(is(BoundStanding.NEAR))),
                as(BROKEN_BOUND_COUNT, count_if(is(BoundStanding.BROKEN))));
    return withZeros(enriched(cards, counts, SELLER_ID), NEAR_BOUND_COUNT, BROKEN_BOUND_COUNT);
  }

  private static Column is(BoundStanding standing) {
    return col(ProgramBound.STANDING).equalTo(lit(standing.name()));
  }
}
