package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.MAIN_CATEGORY;
import static dev.hindsight.datasets.marts.SellerScorecard.PEER_P25;
import static dev.hindsight.datasets.marts.SellerScorecard.PEER_P50;
import static dev.hindsight.datasets.marts.SellerScorecard.PEER_P75;
import static dev.hindsight.datasets.marts.SellerScorecard.PEER_SELLER_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.benchmarks.SellerQuartiles;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How the dispute rates of sellers spread who mainly sell the same. */
public final class PeerRates {
  private static final Field MOST_FIRST = scratch("most_first");

  private PeerRates() {}

  /**
   * The scorecards with each seller's main category, and the quartiles of its sellers' rates.
   *
   * @param sold order lines of the window per seller and category
   */
  public static Dataset<Row> beside(Dataset<Row> cards, Dataset<Row> sold) {
    Dataset<Row> placed = enriched(cards, mainCategories(sold), SELLER_ID);
    Dataset<Row> peers =
        placed
            .where(col(MAIN_CATEGORY).isNotNull())
            .groupBy(cols(MAIN_CATEGORY))
            .agg(
                as(PEER_SELLER_COUNT, count(lit(1))),
                as(PEER_P25, SellerQuartiles.quartile(DISPUTE_RATE, 0.25)),
                as(PEER_P50, SellerQuartiles.quartile(DISPUTE_RATE, 0.5)),
                as(PEER_P75, SellerQuartiles.quartile(DISPUTE_RATE, 0.75)));
    Dataset<Row> compared = enriched(placed, broadcast(peers), MAIN_CATEGORY);
    return with(compared, PEER_SELLER_COUNT, coalesce(col(PEER_SELLER_COUNT), lit(0L)));
  }

  /** The category with most of the seller's order lines; of equal ones the first by name. */
  private static Dataset<Row> mainCategories(Dataset<Row> sold) {
    Column place =
        row_number()
            .over(
                Window.partitionBy(col(SELLER_ID))
                    .orderBy(col(TRANSACTION_COUNT).desc(), col(CategoryBenchmark.CATEGORY)));
    Dataset<Row> ranked =
        with(
            sold.groupBy(cols(SELLER_ID, CategoryBenchmark.CATEGORY))
                .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT)))),
            MOST_FIRST,
            place);
    return without(
        ranked
            .where(col(MOST_FIRST).equalTo(lit(1)))
            .select(col(SELLER_ID), as(MAIN_CATEGORY, col(CategoryBenchmark.CATEGORY))),
        MOST_FIRST);
  }
}
