package dev.hindsight.analytics.restatements;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.DailyCounts.COUNTED_DATE;
import static dev.hindsight.datasets.marts.DailyCounts.EVENT_COUNT;
import static dev.hindsight.datasets.marts.DailyCounts.SOLD_AMOUNT;
import static dev.hindsight.datasets.marts.DailyCounts.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.outcomes.Outcomes;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** What was ordered, opened and logged on each date, as far as it is known as of a date. */
public record CountedDates(LocalDate asOfDate, ReportingCalendar calendar, ReportingMoney money) {

  /**
   * @param linesByDay {@link OrderLines#linesByDay}
   * @param events latest row of each event
   * @param disputes as of the date
   */
  public Dataset<Row> from(Dataset<Row> linesByDay, Dataset<Row> events, Dataset<Row> disputes) {
    return merged(
        ordered(linesByDay),
        occurred(events),
        disputedByDateOfOrder(disputes),
        openedByDate(disputes));
  }

  /** The same order lines and events, with what other disputes make of their dates. */
  public Dataset<Row> withDisputes(Dataset<Row> counted, Dataset<Row> disputes) {
    return merged(
        counted.select(
            col(COUNTED_DATE), col(TRANSACTION_COUNT), col(SOLD_AMOUNT), col(EVENT_COUNT)),
        disputedByDateOfOrder(disputes),
        openedByDate(disputes));
  }

  private Dataset<Row> ordered(Dataset<Row> linesByDay) {
    return byDate(linesByDay, col(OrderLines.ORDERED_DAY))
        .agg(
            as(TRANSACTION_COUNT, sum(col(OrderLines.TRANSACTION_COUNT))),
            as(SOLD_AMOUNT, money.soldTotal()));
  }

  private Dataset<Row> occurred(Dataset<Row> events) {
    return byDate(events, calendar.dateOf(col(DisputeEvent.OCCURRED_AT)))
        .agg(as(EVENT_COUNT, count(lit(1))));
  }

  private Dataset<Row> disputedByDateOfOrder(Dataset<Row> disputes) {
    return byDate(disputes.where(col(Dispute.IS_TRANSACTION_FOUND)), col(Dispute.ORDERED_DATE))
        .agg(
            as(
                DailyCounts.DISPUTED_TRANSACTION_COUNT,
                count_distinct(col(Dispute.TRANSACTION_ID), col(Dispute.ORDERED_AT))),
            as(
                DailyCounts.DISPUTED_ORDER_COUNT,
                count_distinct(col(Dispute.SELLER_ID), col(Dispute.ORDER_ID))));
  }

  private Dataset<Row> openedByDate(Dataset<Row> disputes) {
    return byDate(disputes, col(Dispute.OPENED_DATE))
        .agg(
            as(DailyCounts.OPENED_DISPUTE_COUNT, count(lit(1))),
            as(DailyCounts.OPEN_COUNT, Outcomes.ended(Outcome.OPEN)),
            as(DailyCounts.DECIDED_COUNT, Outcomes.decided()),
            as(DailyCounts.SELLER_FAVOUR_COUNT, Outcomes.ended(Outcome.SELLER_FAVOUR)),
            as(DailyCounts.ADJUSTED_COUNT, count_if(col(Dispute.IS_ADJUSTED))),
            as(DailyCounts.REFUNDED_COUNT, count(col(Dispute.REFUNDED_AT))),
            as(DailyCounts.DISPUTED_AMOUNT, money.total(col(Dispute.DISPUTED_AMOUNT))),
            as(DailyCounts.REFUNDED_AMOUNT, money.total(col(Dispute.REFUNDED_AMOUNT))),
            as(DailyCounts.UNCONVERTED_COUNT, money.unconvertedCount()));
  }

  private RelationalGroupedDataset byDate(Dataset<Row> rows, Column date) {
    return with(rows, COUNTED_DATE, date)
        .where(col(COUNTED_DATE).leq(lit(asOfDate)))
        .groupBy(col(COUNTED_DATE));
  }

  /** One row per date of any part; a count that a part lacks is 0, money that none has absent. */
  @SafeVarargs
  private Dataset<Row> merged(Dataset<Row>... parts) {
    Dataset<Row> all =
        Arrays.stream(parts).reduce((left, right) -> left.unionByName(right, true)).orElseThrow();
    Column[] sums =
        DailyCounts.CONTRACT.fields().stream().flatMap(CountedDates::sumOf).toArray(Column[]::new);
    Dataset<Row> dates =
        all.groupBy(col(COUNTED_DATE)).agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
    return with(
        with(dates, DailyCounts.CURRENCY, money.currencyName()),
        DailyCounts.AS_OF_DATE,
        lit(asOfDate));
  }

  private static Stream<Column> sumOf(Field field) {
    if (field.type() == Scalar.BIGINT) {
      return Stream.of(as(field, coalesce(sum(col(field)), lit(0L))));
    }
    return field.type() == Scalar.DECIMAL
        ? Stream.of(as(field, sum(col(field)).try_cast(SparkTypes.typeOf(Scalar.DECIMAL))))
        : Stream.empty();
  }
}
