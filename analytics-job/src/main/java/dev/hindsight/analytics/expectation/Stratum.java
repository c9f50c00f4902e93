package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.renamed;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.expectation.Expectation.CAUSE;
import static dev.hindsight.analytics.expectation.Expectation.OTHERS_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A way to group orders that are alike, and what the sellers other than one's own had in its group.
 *
 * @param dimensions what orders of one group share, besides the cohort
 */
record Stratum(List<Field> dimensions) {
  static final List<Stratum> FINEST_FIRST =
      List.of(
          new Stratum(
              List.of(Cohort.FULFILMENT, Dispute.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK)),
          new Stratum(List.of(Cohort.FULFILMENT, Dispute.CATEGORY, Cohort.ORDER_WEEK)),
          new Stratum(List.of(Cohort.FULFILMENT, Cohort.ORDER_WEEK)),
          new Stratum(List.of(Cohort.FULFILMENT)),
          new Stratum(List.of()));

  /** The other sellers in the group. */
  static final Field OTHER_SELLERS = scratch("other_sellers");

  private static final Field MARKETPLACE_RATE = scratch("marketplace_rate");
  private static final Field MARKETPLACE_TRANSACTIONS = scratch("marketplace_transactions");
  private static final Field ALL_TRANSACTIONS = scratch("all_transactions");
  private static final Field ALL_OBSERVED = scratch("all_observed");
  private static final Field ALL_SELLERS = scratch("all_sellers");

  private static final long FEWEST_OTHER_SELLERS = 5;
  private static final double LEAST_OTHERS_EVENTS = 5;

  Stratum {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * The sellers' groups under every cause for which the group is large enough: one row per cohort,
   * cause, seller and group, with {@code transaction_count} of the seller, {@link
   * Expectation#OTHERS_RATE} and {@link #OTHER_SELLERS}.
   *
   * @param own {@link #own} of the sellers to compare, all or some
   * @param cells of all sellers
   */
  Dataset<Row> comparable(Dataset<Row> own, Cells cells) {
    Column others = col(ALL_TRANSACTIONS).minus(col(TRANSACTION_COUNT));
    Dataset<Row> large = joined(own, groups(cells), fields()).where(isLargeEnough(others));
    Column observed = col(ALL_OBSERVED).minus(coalesce(col(OBSERVED_COUNT), lit(0L)));
    return enriched(large, observedOf(cells, CAUSE, SELLER_ID), fields(CAUSE, SELLER_ID))
        .select(
            Stream.concat(
                    Stream.of(cols(fields(CAUSE, SELLER_ID, TRANSACTION_COUNT))),
                    Stream.of(
                        as(OTHERS_RATE, observed.cast("double").divide(others)),
                        as(OTHER_SELLERS, col(ALL_SELLERS).minus(lit(1)))))
                .toArray(Column[]::new));
  }

  /**
   * The order lines of each seller by group.
   *
   * @param lines {@link Cells#lines}, of all sellers or some
   */
  Dataset<Row> own(Dataset<Row> lines) {
    if (this.equals(FINEST_FIRST.get(0))) {
      return lines; // a seller has one cell each: nothing is left to add up
    }
    return (isOfLikeFulfilment() ? lines : lines.where(Cells.isOfAnyFulfilment()))
        .groupBy(cols(fields(SELLER_ID)))
        .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
  }

  private boolean isOfLikeFulfilment() {
    return dimensions.contains(Cohort.FULFILMENT);
  }

  /** Disputed orders by group, and by whatever else; those of no dispute are absent. */
  private Dataset<Row> observedOf(Cells cells, Field... more) {
    return cells
        .observed()
        .groupBy(cols(fields(more)))
        .agg(as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))));
  }

  /** What all sellers have in each group, under each cause for which it may be large enough. */
  private Dataset<Row> groups(Cells cells) {
    Dataset<Row> sizes =
        own(cells.lines())
            .groupBy(cols(fields()))
            .agg(as(ALL_TRANSACTIONS, sum(col(TRANSACTION_COUNT))), as(ALL_SELLERS, count(lit(1))));
    Dataset<Row> large =
        joined(sizes, broadcast(marketplaceRates(cells)), Cohort.COHORT_DATE)
            .where(isLargeEnough(col(ALL_TRANSACTIONS)).and(isCauseOfGroup()));
    Dataset<Row> observed = renamed(observedOf(cells, CAUSE), OBSERVED_COUNT, ALL_OBSERVED);
    return withZeros(enriched(large, observed, fields(CAUSE)), ALL_OBSERVED);
  }

  /** Only what sellers are accountable for is compared among orders of like fulfilment. */
  private Column isCauseOfGroup() {
    return isOfLikeFulfilment()
        ? Cells.isOfAnyFulfilment().equalTo(col(CAUSE).notEqual(lit(Cohort.ANY_CAUSE_OF_SELLER)))
        : lit(true);
  }

  /** Disputed orders per transaction of all sellers; by size alone, however few were observed. */
  private Column isLargeEnough(Column transactions) {
    return col(ALL_SELLERS)
        .minus(lit(1))
        .geq(lit(FEWEST_OTHER_SELLERS))
        .and(transactions.multiply(col(MARKETPLACE_RATE)).geq(lit(LEAST_OTHERS_EVENTS)));
  }

  /** Disputed orders per transaction of each cohort and cause. */
  private static Dataset<Row> marketplaceRates(Cells cells) {
    Dataset<Row> sizes =
        cells
            .inAnyFulfilment()
            .groupBy(col(Cohort.COHORT_DATE))
            .agg(as(MARKETPLACE_TRANSACTIONS, sum(col(TRANSACTION_COUNT))));
    Dataset<Row> observed =
        cells
            .observed()
            .groupBy(cols(Cohort.COHORT_DATE, CAUSE))
            .agg(as(OBSERVED_COUNT, sum(col(OBSERVED_COUNT))));
    Column rate = col(OBSERVED_COUNT).cast("double").divide(col(MARKETPLACE_TRANSACTIONS));
    return joined(observed, sizes, Cohort.COHORT_DATE)
        .select(col(Cohort.COHORT_DATE), col(CAUSE), as(MARKETPLACE_RATE, rate));
  }

  Field[] fields(Field... more) {
    return Stream.of(List.of(Cohort.COHORT_DATE), dimensions, List.of(more))
        .flatMap(List::stream)
        .toArray(Field[]::new);
  }
}
