package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A way to group orders that are alike, and what the sellers other than one's own had in its group.
 *
 * @param name tells the columns of this stratum from those of others
 * @param dimensions what orders of one group share, besides the cohort and the cause
 */
record Stratum(String name, List<Field> dimensions) {
  static final List<Stratum> FINEST_FIRST =
      List.of(
          new Stratum(
              "category_price_week",
              List.of(Cohort.FULFILMENT, Dispute.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK)),
          new Stratum(
              "category_week", List.of(Cohort.FULFILMENT, Dispute.CATEGORY, Cohort.ORDER_WEEK)),
          new Stratum("week", List.of(Cohort.FULFILMENT, Cohort.ORDER_WEEK)),
          new Stratum("fulfilment", List.of(Cohort.FULFILMENT)),
          new Stratum("marketplace", List.of()));
  static final Stratum MARKETPLACE = FINEST_FIRST.get(FINEST_FIRST.size() - 1);

  private static final long FEWEST_OTHER_SELLERS = 5;
  private static final double LEAST_OTHERS_EVENTS = 5;

  Stratum {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * The compared cells with what all sellers, and the seller, had in the cell's group.
   *
   * @param cells the plain cells: counting what is already compared would nest each stratum's plan
   *     in the next
   */
  Dataset<Row> beside(Dataset<Row> compared, Dataset<Row> cells) {
    Dataset<Row> ofSeller = ofSeller(cells);
    Dataset<Row> ofAll =
        ofSeller
            .groupBy(columns())
            .agg(
                as(allTransactions(), sum(col(ownTransactions()))),
                as(allObserved(), sum(col(ownObserved()))),
                as(allSellers(), count(lit(1))));
    Dataset<Row> besideOwn =
        isCell() ? withOwn(compared) : joined(compared, ofSeller, fields(SELLER_ID));
    return joined(besideOwn, ofAll, fields());
  }

  private Dataset<Row> ofSeller(Dataset<Row> cells) {
    return isCell()
        ? withOwn(cells)
        : cells
            .groupBy(columns(SELLER_ID))
            .agg(
                as(ownTransactions(), sum(col(TRANSACTION_COUNT))),
                as(ownObserved(), sum(col(OBSERVED_COUNT))));
  }

  /** Of the finest groups a seller has one cell each: nothing is left to add up. */
  private boolean isCell() {
    return this.equals(FINEST_FIRST.get(0));
  }

  private Dataset<Row> withOwn(Dataset<Row> cells) {
    return with(
        with(cells, ownTransactions(), col(TRANSACTION_COUNT)), ownObserved(), col(OBSERVED_COUNT));
  }

  /** Whether there is enough to compare with; by size alone. */
  Column isLargeEnough(Column marketplaceRate) {
    return otherSellers()
        .geq(lit(FEWEST_OTHER_SELLERS))
        .and(othersTransactions().multiply(marketplaceRate).geq(lit(LEAST_OTHERS_EVENTS)));
  }

  /** Disputed orders per transaction of all sellers. */
  Column rate() {
    return col(allObserved()).cast("double").divide(col(allTransactions()));
  }

  /** Disputed orders per transaction of the other sellers. */
  Column othersRate() {
    return try_divide(
        col(allObserved()).minus(col(ownObserved())).cast("double"), othersTransactions());
  }

  Column otherSellers() {
    return col(allSellers()).minus(lit(1));
  }

  private Column othersTransactions() {
    return col(allTransactions()).minus(col(ownTransactions()));
  }

  private Field[] fields(Field... more) {
    return Stream.of(List.of(Cohort.COHORT_DATE, Expectation.CAUSE), dimensions, List.of(more))
        .flatMap(List::stream)
        .toArray(Field[]::new);
  }

  private Column[] columns(Field... more) {
    return Arrays.stream(fields(more)).map(Columns::col).toArray(Column[]::new);
  }

  private Field allTransactions() {
    return scratch(name + "_transactions");
  }

  private Field allObserved() {
    return scratch(name + "_observed");
  }

  private Field allSellers() {
    return scratch(name + "_sellers");
  }

  private Field ownTransactions() {
    return scratch(name + "_own_transactions");
  }

  private Field ownObserved() {
    return scratch(name + "_own_observed");
  }
}
