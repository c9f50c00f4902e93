package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.expectation.Stratum.OTHER_SELLERS;
import static dev.hindsight.datasets.marts.SellerReport.PEER_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 *
 * <p>Where a stratum is large enough, every coarser one is. So each hands to the next what it has
 * compared, added up, and the next compares the rest: no row is made for a cell and a cause that
 * the cell is too small for, which nearly all are.
 */
public final class Expectation {
  public static final Field CAUSE = Dispute.CAUSE;

  /** Disputed orders per transaction of the other sellers of the stratum that is used. */
  public static final Field OTHERS_RATE = scratch("others_rate");

  /** Disputed orders per transaction. */
  public static final Field RATE = scratch("rate");

  private static final Field[] CELL = {Dispute.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK};
  private static final Field FINER_TRANSACTIONS = scratch("finer_transactions");

  private Expectation() {}

  /**
   * One row per cohort, cause and seller with at least one transaction in the window: {@code
   * cohort_date, cause, seller_id, observed_count, expected_count, peer_count}.
   */
  public static Dataset<Row> from(Cells cells) {
    Field[] pair = {Cohort.COHORT_DATE, CAUSE, SELLER_ID};
    Dataset<Row> sellers = cells.lines().select(cols(Cohort.COHORT_DATE, SELLER_ID)).distinct();
    Dataset<Row> observed =
        cells.observed().groupBy(cols(pair)).agg(as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))));
    Dataset<Row> counted = enriched(sellers.crossJoin(broadcast(cells.causes())), observed, pair);
    Dataset<Row> expected = compared(cells, Stratum.FINEST_FIRST.size() - 1);
    return withZeros(enriched(counted, expected, pair), OBSERVED_COUNT)
        .select(
            Stream.concat(
                    Stream.of(cols(pair)),
                    Stream.of(cols(OBSERVED_COUNT, EXPECTED_COUNT, PEER_COUNT)))
                .toArray(Column[]::new));
  }

  /**
   * What is expected of the sellers' groups of a stratum for which it is large enough; the parts
   * that finer strata compare, by those.
   */
  private static Dataset<Row> compared(Cells cells, int coarsest) {
    Stratum stratum = Stratum.FINEST_FIRST.get(coarsest);
    Field[] group = stratum.fields(CAUSE, SELLER_ID);
    Dataset<Row> groups = stratum.comparable(stratum.own(cells.lines()), cells);
    if (coarsest == 0) {
      Column expected = col(TRANSACTION_COUNT).multiply(col(OTHERS_RATE));
      return groups.select(
          ofGroup(group, as(EXPECTED_COUNT, expected), as(PEER_COUNT, col(OTHER_SELLERS))));
    }
    Dataset<Row> finer =
        compared(cells, coarsest - 1)
            .groupBy(cols(group))
            .agg(
                as(FINER_TRANSACTIONS, sum(col(TRANSACTION_COUNT))),
                as(EXPECTED_COUNT, sum(col(EXPECTED_COUNT))),
                as(PEER_COUNT, max(col(PEER_COUNT))));
    Column rest = col(TRANSACTION_COUNT).minus(coalesce(col(FINER_TRANSACTIONS), lit(0L)));
    Column expected = coalesce(col(EXPECTED_COUNT), lit(0.0)).plus(rest.multiply(col(OTHERS_RATE)));
    Column peers = greatest(col(PEER_COUNT), when(rest.gt(lit(0)), col(OTHER_SELLERS)));
    return enriched(groups, finer, group)
        .select(ofGroup(group, as(EXPECTED_COUNT, expected), as(PEER_COUNT, peers)));
  }

  private static Column[] ofGroup(Field[] group, Column... more) {
    return Stream.of(cols(group), cols(TRANSACTION_COUNT), more)
        .flatMap(Stream::of)
        .toArray(Column[]::new);
  }

  /**
   * What an order line of some sellers and causes is expected to weigh: one row per pair, category,
   * price band and order week of the cohort, with {@link #OTHERS_RATE}.
   *
   * @param pairs {@code seller_id, cause}, each once
   */
  public static Dataset<Row> rates(Dataset<Row> pairs, Cells cells, Cohort cohort) {
    Cells ofCohort = cells.of(cohort);
    Dataset<Row> sellers = pairs.select(col(SELLER_ID)).distinct();
    Dataset<Row> lines = ofCohort.inAnyFulfilment().join(sellers, names(SELLER_ID), "leftsemi");
    Dataset<Row> rated = joined(lines, pairs, SELLER_ID);
    for (int i = 0; i < Stratum.FINEST_FIRST.size(); i++) {
      Stratum stratum = Stratum.FINEST_FIRST.get(i);
      Field[] group = stratum.fields(CAUSE, SELLER_ID);
      Dataset<Row> rates =
          stratum
              .comparable(stratum.own(lines), ofCohort)
              .select(
                  Stream.concat(Stream.of(cols(group)), Stream.of(as(rateBy(i), col(OTHERS_RATE))))
                      .toArray(Column[]::new));
      rated = enriched(rated, rates, group);
    }
    Column finest =
        coalesce(
            IntStream.range(0, Stratum.FINEST_FIRST.size())
                .mapToObj(i -> col(rateBy(i)))
                .toArray(Column[]::new));
    return rated
        .where(finest.isNotNull())
        .select(
            Stream.concat(
                    Stream.of(cols(SELLER_ID, CAUSE)),
                    Stream.concat(Stream.of(cols(CELL)), Stream.of(as(OTHERS_RATE, finest))))
                .toArray(Column[]::new));
  }

  private static Field rateBy(int stratum) {
    return scratch("others_rate_" + stratum);
  }

  /**
   * What an order line of any seller weighs: one row per cause, category, price band and order week
   * of the cohort, with {@link #RATE}, the own orders included.
   */
  public static Dataset<Row> marketplaceRates(Cells cells, Cohort cohort) {
    Cells ofCohort = cells.of(cohort);
    Field[] group = Stream.concat(Stream.of(CAUSE), Stream.of(CELL)).toArray(Field[]::new);
    Dataset<Row> sold =
        ofCohort
            .inAnyFulfilment()
            .groupBy(cols(CELL))
            .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
    Dataset<Row> observed =
        ofCohort.observed().groupBy(cols(group)).agg(as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))));
    Column rate =
        coalesce(col(OBSERVED_COUNT), lit(0L)).cast("double").divide(col(TRANSACTION_COUNT));
    return enriched(sold.crossJoin(broadcast(ofCohort.causes())), observed, group)
        .select(
            Stream.concat(Stream.of(cols(group)), Stream.of(as(RATE, rate)))
                .toArray(Column[]::new));
  }

  /** Whether a row is of a cause, not of several together. */
  public static Column isOfOneCause() {
    return not(col(CAUSE).isin(Cohort.ANY_CAUSE, Cohort.ANY_CAUSE_OF_SELLER));
  }

  /** The rows of one cohort. */
  public static Dataset<Row> ofCohort(Dataset<Row> expectation, Cohort cohort) {
    return expectation.where(col(Cohort.COHORT_DATE).equalTo(lit(cohort.window().lastDate())));
  }
}
