package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.withZeros;
import static dev.hindsight.analytics.statistics.IntervalColumns.withBounds;
import static dev.hindsight.datasets.marts.SellerScorecard.ACCOUNTABLE_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.ADJUSTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.BUYER_FAVOUR_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.CURRENCY;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTED_TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_ACTIVITY;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.DISPUTE_RATE_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.ESCALATED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.ESCALATION_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.ESCALATION_RATE_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.ESCALATION_RATE_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.OPENED_DISPUTE_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PARTIAL_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_ADJUSTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_DISPUTED_TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_DISPUTE_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_DISPUTE_RATE_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_DISPUTE_RATE_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_EXPECTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_OBSERVED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_OPENED_DISPUTE_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_RATIO;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.PREVIOUS_TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.RATING;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.RATIO_LOW;
import static dev.hindsight.datasets.marts.SellerScorecard.REPLIED_IN_48H_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.REPLIED_IN_48H_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.REPLY_DUE_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_FAVOUR_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.UNCONVERTED_COUNT;
import static dev.hindsight.datasets.marts.SellerScorecard.WIN_RATE;
import static dev.hindsight.datasets.marts.SellerScorecard.WIN_RATE_HIGH;
import static dev.hindsight.datasets.marts.SellerScorecard.WIN_RATE_LOW;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.LoggedSteps;
import dev.hindsight.analytics.findings.SellerTotals;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Rating;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each seller's window in numbers, beside the previous window as it was known at its own end. */
public record SellerScorecards(Cohort cohort, ReportingMoney money) {
  /** What the previous window contributes: its column, under the twin's name. */
  private static final Map<Field, Field> PREVIOUS_TWINS = new LinkedHashMap<>();

  static {
    PREVIOUS_TWINS.put(TRANSACTION_COUNT, PREVIOUS_TRANSACTION_COUNT);
    PREVIOUS_TWINS.put(DISPUTED_TRANSACTION_COUNT, PREVIOUS_DISPUTED_TRANSACTION_COUNT);
    PREVIOUS_TWINS.put(DISPUTE_RATE, PREVIOUS_DISPUTE_RATE);
    PREVIOUS_TWINS.put(DISPUTE_RATE_LOW, PREVIOUS_DISPUTE_RATE_LOW);
    PREVIOUS_TWINS.put(DISPUTE_RATE_HIGH, PREVIOUS_DISPUTE_RATE_HIGH);
    PREVIOUS_TWINS.put(OBSERVED_COUNT, PREVIOUS_OBSERVED_COUNT);
    PREVIOUS_TWINS.put(ADJUSTED_COUNT, PREVIOUS_ADJUSTED_COUNT);
    PREVIOUS_TWINS.put(EXPECTED_COUNT, PREVIOUS_EXPECTED_COUNT);
    PREVIOUS_TWINS.put(RATIO, PREVIOUS_RATIO);
    PREVIOUS_TWINS.put(RATIO_LOW, PREVIOUS_RATIO_LOW);
    PREVIOUS_TWINS.put(RATIO_HIGH, PREVIOUS_RATIO_HIGH);
    PREVIOUS_TWINS.put(OPENED_DISPUTE_COUNT, PREVIOUS_OPENED_DISPUTE_COUNT);
  }

  /**
   * @param current {@link WindowCounts} of the window
   * @param previous {@link WindowCounts} of the previous window
   * @param totals {@link SellerTotals} of the window
   * @param endings {@link Endings} of the window
   * @param disputes as of the date, all history
   */
  public Dataset<Row> from(
      Dataset<Row> current,
      Dataset<Row> previous,
      Dataset<Row> totals,
      Dataset<Row> endings,
      Dataset<Row> disputes) {
    Dataset<Row> compared =
        enriched(enriched(current, twins(previous), SELLER_ID), totals, SELLER_ID);
    Dataset<Row> waits = new Waits(cohort).from(disputes);
    return enriched(enriched(compared, endings, SELLER_ID), waits, SELLER_ID)
        .transform(SellerScorecards::withoutGaps)
        .transform(cards -> withLoggedSteps(cards, disputes))
        .transform(SellerScorecards::withShares)
        .transform(rows -> with(rows, CURRENCY, money.currencyName()))
        .transform(cohort::stamped);
  }

  private static Dataset<Row> twins(Dataset<Row> previous) {
    Stream<Column> twins =
        PREVIOUS_TWINS.entrySet().stream().map(twin -> as(twin.getValue(), col(twin.getKey())));
    return previous.select(Stream.concat(Stream.of(col(SELLER_ID)), twins).toArray(Column[]::new));
  }

  private static Dataset<Row> withoutGaps(Dataset<Row> cards) {
    Dataset<Row> filled =
        withZeros(
            cards,
            SELLER_FAVOUR_COUNT,
            BUYER_FAVOUR_COUNT,
            PARTIAL_COUNT,
            UNCONVERTED_COUNT,
            PREVIOUS_TRANSACTION_COUNT,
            PREVIOUS_DISPUTED_TRANSACTION_COUNT,
            PREVIOUS_OBSERVED_COUNT,
            PREVIOUS_ADJUSTED_COUNT,
            PREVIOUS_OPENED_DISPUTE_COUNT,
            ACCOUNTABLE_OBSERVED_COUNT);
    return with(filled, RATING, coalesce(col(RATING), lit(Rating.INSUFFICIENT_DATA.name())));
  }

  /** No dispute in the window is a count of 0 where the step is logged, and no count where not. */
  private static Dataset<Row> withLoggedSteps(Dataset<Row> cards, Dataset<Row> disputes) {
    Column escalated = col(LoggedSteps.IS_ESCALATION_LOGGED);
    Column replied = col(LoggedSteps.IS_REPLY_LOGGED);
    return with(
        LoggedSteps.beside(cards, disputes),
        Map.of(
            ESCALATED_COUNT, when(escalated, orZero(ESCALATED_COUNT)),
            REPLIED_IN_48H_COUNT, when(replied, orZero(REPLIED_IN_48H_COUNT)),
            REPLY_DUE_COUNT, when(replied, orZero(REPLY_DUE_COUNT))));
  }

  private static Column orZero(Field count) {
    return coalesce(col(count), lit(0L));
  }

  private static Dataset<Row> withShares(Dataset<Row> cards) {
    Column decided =
        col(SELLER_FAVOUR_COUNT).plus(col(BUYER_FAVOUR_COUNT)).plus(col(PARTIAL_COUNT));
    Column opened = col(OPENED_DISPUTE_COUNT);
    Column won = IntervalColumns.wilson(col(SELLER_FAVOUR_COUNT), decided);
    Column escalated = IntervalColumns.wilson(col(ESCALATED_COUNT), opened);
    Dataset<Row> rated =
        with(
            cards,
            Map.of(
                WIN_RATE, try_divide(col(SELLER_FAVOUR_COUNT), decided),
                ESCALATION_RATE, try_divide(col(ESCALATED_COUNT), opened),
                REPLIED_IN_48H_RATE, try_divide(col(REPLIED_IN_48H_COUNT), col(REPLY_DUE_COUNT)),
                DISPUTE_ACTIVITY, try_divide(opened, col(TRANSACTION_COUNT))));
    return withBounds(
        withBounds(rated, won, WIN_RATE_LOW, WIN_RATE_HIGH),
        escalated,
        ESCALATION_RATE_LOW,
        ESCALATION_RATE_HIGH);
  }
}
