package dev.hindsight.analytics.restatements;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.Restatement.COUNTED_DATE;
import static dev.hindsight.datasets.marts.Restatement.CURRENCY;
import static dev.hindsight.datasets.marts.Restatement.CURRENT_AMOUNT;
import static dev.hindsight.datasets.marts.Restatement.CURRENT_COUNT;
import static dev.hindsight.datasets.marts.Restatement.DATASET;
import static dev.hindsight.datasets.marts.Restatement.EARLIER_AMOUNT;
import static dev.hindsight.datasets.marts.Restatement.EARLIER_COUNT;
import static dev.hindsight.datasets.marts.Restatement.IS_RESTATED;
import static dev.hindsight.datasets.marts.Restatement.MATURED_AMOUNT;
import static dev.hindsight.datasets.marts.Restatement.MATURED_COUNT;
import static dev.hindsight.datasets.marts.Restatement.MEASURE;
import static dev.hindsight.datasets.marts.Restatement.RESTATED_AMOUNT;
import static dev.hindsight.datasets.marts.Restatement.RESTATED_COUNT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.DailyMeasure;
import dev.hindsight.datasets.marts.Restatement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is counted by date with what the version before counted. What the version before
 * would say, had it known what has landed by now, lies between the two: up to there a difference is
 * a correction, from there on it is growth.
 *
 * @param currency of the money of both versions; absent: they have two, and no money is compared
 */
public record Restatements(VersionName earlier, LocalDate asOfDate, @Nullable String currency) {
  private static final Field COUNTED = scratch("counted");
  private static final Field KNOWN_COUNT = scratch("known_count");
  private static final Field KNOWN_AMOUNT = scratch("known_amount");

  private static final List<Measured> MEASURES =
      List.of(
          new Measured(
              DailyMeasure.TRANSACTIONS, DailyCounts.TRANSACTION_COUNT, DailyCounts.SOLD_AMOUNT),
          new Measured(DailyMeasure.EVENTS, DailyCounts.EVENT_COUNT, null),
          new Measured(
              DailyMeasure.DISPUTED_TRANSACTIONS, DailyCounts.DISPUTED_TRANSACTION_COUNT, null),
          new Measured(DailyMeasure.DISPUTED_ORDERS, DailyCounts.DISPUTED_ORDER_COUNT, null),
          new Measured(
              DailyMeasure.OPENED_DISPUTES,
              DailyCounts.OPENED_DISPUTE_COUNT,
              DailyCounts.DISPUTED_AMOUNT),
          new Measured(DailyMeasure.OPEN_DISPUTES, DailyCounts.OPEN_COUNT, null),
          new Measured(DailyMeasure.DECIDED_DISPUTES, DailyCounts.DECIDED_COUNT, null),
          new Measured(DailyMeasure.WON_DISPUTES, DailyCounts.SELLER_FAVOUR_COUNT, null),
          new Measured(DailyMeasure.ADJUSTED_DISPUTES, DailyCounts.ADJUSTED_COUNT, null),
          new Measured(
              DailyMeasure.REFUNDED_DISPUTES,
              DailyCounts.REFUNDED_COUNT,
              DailyCounts.REFUNDED_AMOUNT));

  /** A measure, and the columns of {@code daily_counts} that it is. */
  private record Measured(DailyMeasure measure, Field count, @Nullable Field amount) {}

  /**
   * @param before the daily counts of the version before
   * @param known the same as of its date, with what has landed by now
   * @param now those of this version
   */
  public Dataset<Row> from(Dataset<Row> before, Dataset<Row> known, Dataset<Row> now) {
    return side(before, EARLIER_COUNT, EARLIER_AMOUNT)
        .unionByName(side(known, KNOWN_COUNT, KNOWN_AMOUNT), true)
        .unionByName(side(now, CURRENT_COUNT, CURRENT_AMOUNT), true)
        .transform(Restatements::besideEachOther)
        .transform(Restatements::withDifferences)
        .where(isChanged())
        .transform(this::described);
  }

  /** One row per date and measure, of the dates that the version before had. */
  private Dataset<Row> side(Dataset<Row> counts, Field count, Field amount) {
    Column[] measured =
        MEASURES.stream()
            .map(
                one ->
                    struct(
                        as(MEASURE, lit(one.measure.name())),
                        as(DATASET, lit(one.measure.dataset())),
                        as(count, col(one.count)),
                        as(amount, amount(one.amount))))
            .toArray(Column[]::new);
    return unfolded(
        counts
            .where(col(DailyCounts.COUNTED_DATE).leq(lit(earlier.asOfDate())))
            .select(col(DailyCounts.COUNTED_DATE), as(COUNTED, explode(array(measured)))),
        COUNTED);
  }

  private Column amount(@Nullable Field amount) {
    return amount == null || currency == null
        ? lit(null).cast(SparkTypes.typeOf(Scalar.DECIMAL))
        : col(amount);
  }

  private static Dataset<Row> besideEachOther(Dataset<Row> sides) {
    Column[] sums =
        Stream.of(KNOWN_COUNT, CURRENT_COUNT, EARLIER_AMOUNT, KNOWN_AMOUNT, CURRENT_AMOUNT)
            .map(field -> as(field, field.name().endsWith("_count") ? count(field) : money(field)))
            .toArray(Column[]::new);
    return sides
        .groupBy(col(COUNTED_DATE), col(MEASURE), col(DATASET))
        .agg(as(EARLIER_COUNT, count(EARLIER_COUNT)), sums);
  }

  /** Each side has at most one row of a date and measure; a date that it lacks counts nothing. */
  private static Column count(Field field) {
    return coalesce(sum(col(field)), lit(0L));
  }

  private static Column money(Field field) {
    return sum(col(field)).try_cast(SparkTypes.typeOf(Scalar.DECIMAL));
  }

  private static Dataset<Row> withDifferences(Dataset<Row> compared) {
    Dataset<Row> counted =
        with(
            with(compared, RESTATED_COUNT, col(KNOWN_COUNT).minus(col(EARLIER_COUNT))),
            MATURED_COUNT,
            col(CURRENT_COUNT).minus(col(KNOWN_COUNT)));
    Dataset<Row> valued =
        with(
            with(counted, RESTATED_AMOUNT, difference(KNOWN_AMOUNT, EARLIER_AMOUNT)),
            MATURED_AMOUNT,
            difference(CURRENT_AMOUNT, KNOWN_AMOUNT));
    return with(valued, IS_RESTATED, isOther(RESTATED_COUNT).or(isOther(RESTATED_AMOUNT)));
  }

  /** Absent where neither is known; one that is not known adds nothing. */
  private static Column difference(Field later, Field sooner) {
    Column nothing = lit(0).cast(SparkTypes.typeOf(Scalar.DECIMAL));
    Column difference = coalesce(col(later), nothing).minus(coalesce(col(sooner), nothing));
    return when(
        col(later).isNotNull().or(col(sooner).isNotNull()),
        difference.try_cast(SparkTypes.typeOf(Scalar.DECIMAL)));
  }

  private static Column isChanged() {
    return col(IS_RESTATED).or(isOther(MATURED_COUNT)).or(isOther(MATURED_AMOUNT));
  }

  private static Column isOther(Field difference) {
    return coalesce(col(difference).notEqual(lit(0)), lit(false));
  }

  private Dataset<Row> described(Dataset<Row> compared) {
    Column hasMoney =
        coalesce(col(EARLIER_AMOUNT), col(KNOWN_AMOUNT), col(CURRENT_AMOUNT)).isNotNull();
    Dataset<Row> named =
        with(
            compared, CURRENCY, when(hasMoney, lit(currency).cast(SparkTypes.typeOf(Scalar.TEXT))));
    named = with(named, Restatement.EARLIER_VERSION, lit(earlier.toString()));
    named = with(named, Restatement.EARLIER_AS_OF_DATE, lit(earlier.asOfDate()));
    return with(named, Restatement.AS_OF_DATE, lit(asOfDate));
  }
}
