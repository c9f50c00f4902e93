package dev.hindsight.analytics.recommendations;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.Recommendation.ACTION;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_AMOUNT;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_AMOUNT_HIGH;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_AMOUNT_LOW;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_COUNT_HIGH;
import static dev.hindsight.datasets.marts.Recommendation.AVOIDABLE_COUNT_LOW;
import static dev.hindsight.datasets.marts.Recommendation.BUYER_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.CAUSE;
import static dev.hindsight.datasets.marts.Recommendation.CURRENCY;
import static dev.hindsight.datasets.marts.Recommendation.DIMENSION;
import static dev.hindsight.datasets.marts.Recommendation.DIMENSION_VALUE;
import static dev.hindsight.datasets.marts.Recommendation.DRIVER_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.DRIVER_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.EVIDENCE;
import static dev.hindsight.datasets.marts.Recommendation.EXCESS_SHARE;
import static dev.hindsight.datasets.marts.Recommendation.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.IS_HIGH_FOR_OTHERS;
import static dev.hindsight.datasets.marts.Recommendation.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.Recommendation.RECOMMENDATION_RANK;
import static dev.hindsight.datasets.marts.Recommendation.SELLER_ID;
import static dev.hindsight.datasets.marts.Recommendation.SOURCE;
import static dev.hindsight.datasets.marts.Recommendation.TOP_BUYER_SHARE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.SellerCause;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Advice for what is confirmed, the seller's to change, and not one buyer's doing. */
public record Recommendations(Cohort cohort) {
  /** At most so many to a seller. */
  public static final int MOST_PER_SELLER = 3;

  /** A finding of fewer may be one customer's doing. */
  public static final long FEWEST_BUYERS = 4;

  private static final Field RANK_OF_DRIVER = scratch("rank_of_driver");
  private static final Field MEAN_AMOUNT = scratch("mean_amount");
  private static final Field PAIR_BUYERS = scratch("pair_buyers");
  private static final Field PAIR_TOP_BUYER = scratch("pair_top_buyer");

  /**
   * @param sellerCauses rows of the mart
   * @param drivers rows of the mart
   * @param playbook rows of {@link dev.hindsight.analytics.playbook.Playbook}
   */
  public Dataset<Row> from(Dataset<Row> sellerCauses, Dataset<Row> drivers, Dataset<Row> playbook) {
    Dataset<Row> pairs = sellerCauses.where(isActionable()).select(ofPair());
    Dataset<Row> carried = enriched(pairs, ofDrivers(drivers), SELLER_ID, CAUSE);
    return carried
        .transform(Recommendations::withBuyers)
        .where(hasEnoughBuyers(BUYER_COUNT))
        .transform(Recommendations::withShares)
        .where(col(AVOIDABLE_COUNT).gt(lit(0)))
        .transform(rows -> withPlays(rows, playbook))
        .transform(Recommendations::ranked)
        .transform(cohort::stamped);
  }

  private static Column isActionable() {
    Column isOfSeller =
        col(SellerCause.ACCOUNTABLE_PARTY).equalTo(lit(AccountableParty.SELLER.name()));
    return col(SellerCause.IS_CONFIRMED).and(isOfSeller);
  }

  private static Column hasEnoughBuyers(Field buyers) {
    return coalesce(col(buyers).geq(lit(FEWEST_BUYERS)), lit(true));
  }

  private static Column[] ofPair() {
    Column converted = col(SellerCause.DISPUTE_COUNT).minus(col(SellerCause.UNCONVERTED_COUNT));
    Column mean = try_divide(col(SellerCause.DISPUTED_AMOUNT).cast("double"), converted);
    return Stream.concat(
            Stream.of(
                cols(
                    SELLER_ID,
                    CAUSE,
                    OBSERVED_COUNT,
                    EXPECTED_COUNT,
                    AVOIDABLE_COUNT,
                    AVOIDABLE_COUNT_LOW,
                    AVOIDABLE_COUNT_HIGH,
                    CURRENCY)),
            Stream.of(
                as(MEAN_AMOUNT, mean),
                as(PAIR_BUYERS, col(SellerCause.BUYER_COUNT)),
                as(PAIR_TOP_BUYER, col(SellerCause.TOP_BUYER_COUNT))))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> ofDrivers(Dataset<Row> drivers) {
    return drivers
        .where(col(Driver.DRIVER_RANK).isNotNull().and(hasEnoughBuyers(Driver.BUYER_COUNT)))
        .select(
            col(SELLER_ID),
            col(CAUSE),
            col(DIMENSION),
            col(DIMENSION_VALUE),
            as(RANK_OF_DRIVER, col(Driver.DRIVER_RANK)),
            as(DRIVER_OBSERVED_COUNT, col(Driver.OBSERVED_COUNT)),
            as(DRIVER_EXPECTED_COUNT, col(Driver.OTHER_VALUES_EXPECTED_COUNT)),
            col(BUYER_COUNT),
            col(Driver.TOP_BUYER_COUNT),
            col(IS_HIGH_FOR_OTHERS));
  }

  private static Dataset<Row> withBuyers(Dataset<Row> carried) {
    Column observed = coalesce(col(DRIVER_OBSERVED_COUNT), col(OBSERVED_COUNT));
    Column top = coalesce(col(Driver.TOP_BUYER_COUNT), col(PAIR_TOP_BUYER));
    Dataset<Row> known = with(carried, TOP_BUYER_SHARE, try_divide(top, observed));
    return with(known, BUYER_COUNT, coalesce(col(BUYER_COUNT), col(PAIR_BUYERS)));
  }

  /** A second driver is left what the first does not carry. */
  private static Dataset<Row> withShares(Dataset<Row> carried) {
    Column share =
        try_divide(
            col(DRIVER_OBSERVED_COUNT).minus(col(DRIVER_EXPECTED_COUNT)),
            col(OBSERVED_COUNT).minus(col(EXPECTED_COUNT)));
    Dataset<Row> shared = with(carried, EXCESS_SHARE, within(coalesce(share, lit(1.0)), lit(1.0)));
    Column before =
        sum(col(EXCESS_SHARE))
            .over(
                Window.partitionBy(cols(SELLER_ID, CAUSE))
                    .orderBy(col(RANK_OF_DRIVER))
                    .rowsBetween(Window.unboundedPreceding(), -1));
    Column left = lit(1.0).minus(coalesce(before, lit(0.0)));
    shared = with(shared, EXCESS_SHARE, within(col(EXCESS_SHARE), left));
    for (Field[] bound :
        new Field[][] {
          {AVOIDABLE_COUNT, AVOIDABLE_AMOUNT},
          {AVOIDABLE_COUNT_LOW, AVOIDABLE_AMOUNT_LOW},
          {AVOIDABLE_COUNT_HIGH, AVOIDABLE_AMOUNT_HIGH}
        }) {
      shared = with(shared, bound[0], col(bound[0]).multiply(col(EXCESS_SHARE)));
      shared = with(shared, bound[1], amount(col(bound[0]).multiply(col(MEAN_AMOUNT))));
    }
    return shared;
  }

  private static Column within(Column share, Column most) {
    return greatest(lit(0.0), least(share, most));
  }

  private static Column amount(Column value) {
    return value.cast(
        DataTypes.createDecimalType(ColumnType.AMOUNT_PRECISION, ColumnType.AMOUNT_SCALE));
  }

  /** The play for the driver, else the one for the cause. */
  private static Dataset<Row> withPlays(Dataset<Row> shared, Dataset<Row> plays) {
    Dataset<Row> general =
        plays
            .where(col(DIMENSION).isNull())
            .select(
                Stream.concat(
                        Stream.of(col(CAUSE)),
                        Stream.of(ACTION, EVIDENCE, SOURCE)
                            .map(field -> as(general(field), col(field))))
                    .toArray(Column[]::new));
    Dataset<Row> advised =
        joined(
            enriched(shared, broadcast(plays.where(col(DIMENSION).isNotNull())), CAUSE, DIMENSION),
            broadcast(general),
            CAUSE);
    for (Field words : new Field[] {ACTION, EVIDENCE, SOURCE}) {
      advised = with(advised, words, coalesce(col(words), col(general(words))));
    }
    return advised;
  }

  private static Field general(Field words) {
    return scratch("general_" + words.name());
  }

  private static Dataset<Row> ranked(Dataset<Row> advised) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(col(SELLER_ID))
                    .orderBy(
                        col(AVOIDABLE_AMOUNT).desc_nulls_last(),
                        col(AVOIDABLE_COUNT).desc(),
                        col(CAUSE),
                        col(RANK_OF_DRIVER)));
    return with(advised, RECOMMENDATION_RANK, rank)
        .where(col(RECOMMENDATION_RANK).leq(lit(MOST_PER_SELLER)));
  }
}
