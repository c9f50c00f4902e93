package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerReport.PEER_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Observed and expected disputed orders of each seller and cause: indirect standardisation over
 * strata of category, price band and order week, always without the seller's own orders.
 *
 * <p>A stratum is used when at least 5 other sellers are in it and the other sellers' transactions
 * times the marketplace's rate of the cause is at least 5; otherwise that of the category and the
 * week, then the week's, then the marketplace's. Whether it is used is decided by size, never by
 * observed disputes. Where even the marketplace is too small, expected is absent. Cohorts are kept
 * apart, and may overlap.
 *
 * <p>For what a seller is accountable depends on who ships. {@link Cohort#ANY_CAUSE_OF_SELLER} is
 * therefore compared among orders of like fulfilment in every stratum, and only where these are too
 * few in the whole marketplace among all of its orders.
 */
public final class Expectation {
  public static final Field CAUSE = Dispute.CAUSE;

  /** Disputed orders per transaction of the other sellers of the stratum that is used. */
  public static final Field OTHERS_RATE = scratch("others_rate");

  /** Disputed orders per transaction. */
  public static final Field RATE = scratch("rate");

  private static final Field OTHER_SELLERS = scratch("other_sellers");

  private Expectation() {}

  /**
   * Every group of order lines under every cause of the marketplace, {@link Cohort#ANY_CAUSE} and
   * {@link Cohort#ANY_CAUSE_OF_SELLER} included.
   *
   * @param sold {@link Cohort#sold} of one cohort or more
   * @param observed {@link Cohort#observed} of the same
   */
  public static Dataset<Row> cells(Dataset<Row> sold, Dataset<Row> observed) {
    Column isOfSeller = col(CAUSE).equalTo(lit(Cohort.ANY_CAUSE_OF_SELLER));
    Dataset<Row> always = sold.limit(1).select(as(CAUSE, lit(Cohort.ANY_CAUSE)));
    Dataset<Row> causes =
        observed.where(not(isOfSeller)).select(col(CAUSE)).union(always).distinct();
    Dataset<Row> every =
        inAnyFulfilment(sold)
            .crossJoin(broadcast(causes))
            .unionByName(with(sold, CAUSE, lit(Cohort.ANY_CAUSE_OF_SELLER)));
    Dataset<Row> cells =
        enriched(
            every,
            observed,
            Cohort.COHORT_DATE,
            CAUSE,
            SELLER_ID,
            Dispute.CATEGORY,
            Cohort.PRICE_BAND,
            Cohort.ORDER_WEEK,
            Cohort.FULFILMENT);
    return with(cells, OBSERVED_COUNT, coalesce(col(OBSERVED_COUNT), lit(0L)));
  }

  private static Dataset<Row> inAnyFulfilment(Dataset<Row> sold) {
    Dataset<Row> added =
        sold.groupBy(
                cols(
                    Cohort.COHORT_DATE,
                    SELLER_ID,
                    Dispute.CATEGORY,
                    Cohort.PRICE_BAND,
                    Cohort.ORDER_WEEK))
            .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
    return with(added, Cohort.FULFILMENT, lit(Cohort.ANY_FULFILMENT));
  }

  /**
   * One row per cohort, cause and seller with at least one transaction in the window: {@code
   * cohort_date, cause, seller_id, observed_count, expected_count, peer_count}.
   *
   * @param cells rows of {@link #cells}; they are counted several times
   */
  public static Dataset<Row> from(Dataset<Row> cells) {
    return withOthersRate(cells, cells).transform(Expectation::summed);
  }

  /**
   * What an order line of some sellers and causes is expected to weigh: one row per pair, category,
   * price band and order week of the cohort, with {@link #OTHERS_RATE}.
   *
   * @param pairs {@code seller_id, cause}, each once
   * @param cells rows of {@link #cells}
   */
  public static Dataset<Row> rates(Dataset<Row> pairs, Dataset<Row> cells, Cohort cohort) {
    Dataset<Row> ofCauses =
        ofCohort(cells, cohort)
            .join(broadcast(pairs.select(col(CAUSE)).distinct()), names(CAUSE), "leftsemi");
    return withOthersRate(joined(ofCauses, pairs, SELLER_ID, CAUSE), ofCauses)
        .where(col(OTHERS_RATE).isNotNull())
        .select(
            cols(
                SELLER_ID,
                CAUSE,
                Dispute.CATEGORY,
                Cohort.PRICE_BAND,
                Cohort.ORDER_WEEK,
                OTHERS_RATE));
  }

  /**
   * What an order line of any seller weighs: one row per cause, category, price band and order week
   * of the cohort, with {@link #RATE}, the own orders included.
   *
   * @param cells rows of {@link #cells}
   */
  public static Dataset<Row> marketplaceRates(Dataset<Row> cells, Cohort cohort) {
    return ofCohort(cells, cohort)
        .groupBy(cols(CAUSE, Dispute.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK))
        .agg(as(RATE, sum(col(OBSERVED_COUNT)).cast("double").divide(sum(col(TRANSACTION_COUNT)))));
  }

  /** Whether a row is of a cause, not of several together. */
  public static Column isOfOneCause() {
    return not(col(CAUSE).isin(Cohort.ANY_CAUSE, Cohort.ANY_CAUSE_OF_SELLER));
  }

  /** The rows of one cohort. */
  public static Dataset<Row> ofCohort(Dataset<Row> expectation, Cohort cohort) {
    return expectation.where(col(Cohort.COHORT_DATE).equalTo(lit(cohort.window().lastDate())));
  }

  /**
   * @param cells of the sellers to compare, some or all
   * @param all of all sellers
   */
  static Dataset<Row> withOthersRate(Dataset<Row> cells, Dataset<Row> all) {
    Dataset<Row> compared = cells;
    for (Stratum stratum : Stratum.FINEST_FIRST) {
      compared = stratum.beside(compared, all);
    }
    Column rate = lit(null).cast("double");
    Column others = lit(null).cast("long");
    for (int i = Stratum.FINEST_FIRST.size() - 1; i >= 0; i--) {
      Stratum stratum = Stratum.FINEST_FIRST.get(i);
      Column isUsed = stratum.isLargeEnough(Stratum.MARKETPLACE.rate());
      rate = when(isUsed, stratum.othersRate()).otherwise(rate);
      others = when(isUsed, stratum.otherSellers()).otherwise(others);
    }
    return with(with(compared, OTHERS_RATE, rate), OTHER_SELLERS, others);
  }

  /**
   * A seller too small for the marketplace's stratum is too small for every finer one: then all are
   * absent.
   */
  static Dataset<Row> summed(Dataset<Row> compared) {
    return compared
        .groupBy(cols(Cohort.COHORT_DATE, CAUSE, SELLER_ID))
        .agg(
            as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))),
            as(EXPECTED_COUNT, sum(col(TRANSACTION_COUNT).multiply(col(OTHERS_RATE)))),
            as(PEER_COUNT, max(col(OTHER_SELLERS))));
  }
}
