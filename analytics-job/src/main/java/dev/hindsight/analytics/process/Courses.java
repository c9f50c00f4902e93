package dev.hindsight.analytics.process;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.landed.DisputeEvent.EVENT_TYPE;
import static dev.hindsight.datasets.landed.DisputeEvent.OCCURRED_AT;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.disputes.EventOrder;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.ProcessVariant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The events of the disputes that were opened in the window, in their order. */
public record Courses(Cohort cohort) {
  private static final int LONGEST = 20;
  private static final int MOST_VARIANTS = 1_000;
  private static final double MICROS_PER_HOUR = 3_600_000_000.0;
  private static final double NINE_OF_TEN = 0.9;

  private static final Field COURSE = scratch("course");
  private static final Field POSITION = scratch("position");
  private static final Field OCCURRENCE = scratch("occurrence");
  private static final Field EARLIER_AT = scratch("earlier_at");
  private static final Field MICROS = scratch("micros");

  /** One row per sequence of types of events: the most frequent. */
  public Dataset<Row> variants(Dataset<Row> disputes, Dataset<Row> events) {
    Dataset<Row> opened = opened(disputes);
    Dataset<Row> courses =
        joined(
            known(events)
                .join(opened, names(Dispute.DISPUTE_ID), "left_semi")
                .groupBy(cols(DisputeEvent.DISPUTE_ID))
                .agg(as(COURSE, EventOrder.course(lit(true)))),
            opened,
            Dispute.DISPUTE_ID);
    Dataset<Row> counted =
        courses
            .groupBy(as(ProcessVariant.VARIANT, text()))
            .agg(
                as(ProcessVariant.VARIANT_EVENT_COUNT, min(size(col(COURSE)))),
                as(ProcessVariant.DISPUTE_COUNT, count(lit(1))),
                as(ProcessVariant.ENDED_COUNT, count(col(Dispute.HOURS_TO_RESOLUTION))),
                as(ProcessVariant.MEDIAN_HOURS, median(col(Dispute.HOURS_TO_RESOLUTION))),
                as(ProcessVariant.P90_HOURS, p90(col(Dispute.HOURS_TO_RESOLUTION))),
                as(ProcessVariant.IS_REWORK, max(isRework())));
    Dataset<Row> all = opened.agg(as(ProcessVariant.OPENED_COUNT, count(lit(1))));
    return cohort.stamped(
        with(
            ranked(counted).crossJoin(broadcast(all)),
            ProcessVariant.DISPUTE_SHARE,
            try_divide(col(ProcessVariant.DISPUTE_COUNT), col(ProcessVariant.OPENED_COUNT))));
  }

  private static Dataset<Row> ranked(Dataset<Row> variants) {
    Column[] frequentFirst = {
      col(ProcessVariant.DISPUTE_COUNT).desc(), col(ProcessVariant.VARIANT)
    };
    return with(
        variants.orderBy(frequentFirst).limit(MOST_VARIANTS),
        ProcessVariant.VARIANT_RANK,
        row_number().over(Window.orderBy(frequentFirst)));
  }

  private static Column text() {
    Column isCut = size(col(COURSE)).gt(lit(LONGEST));
    return concat(
        array_join(slice(col(COURSE), 1, LONGEST), " > "),
        when(isCut, lit(" > …")).otherwise(lit("")));
  }

  private static Column isRework() {
    return size(col(COURSE))
        .gt(size(array_distinct(col(COURSE))))
        .or(array_contains(col(COURSE), EventType.APPEALED.name()))
        .or(array_contains(col(COURSE), EventType.REOPENED.name()));
  }

  /** One row per pair of types of events, of which the second directly followed the first. */
  public Dataset<Row> steps(Dataset<Row> disputes, Dataset<Row> events) {
    Dataset<Row> pairs = pairs(joined(known(events), opened(disputes), Dispute.DISPUTE_ID));
    Dataset<Row> counted =
        pairs
            .groupBy(cols(ProcessStep.FROM_EVENT_TYPE, ProcessStep.TO_EVENT_TYPE))
            .agg(
                as(ProcessStep.PAIR_COUNT, count(lit(1))),
                as(ProcessStep.DISPUTE_COUNT, count_if(col(OCCURRENCE).equalTo(lit(1)))),
                as(ProcessStep.REPEATED_COUNT, count_if(col(OCCURRENCE).gt(lit(1)))),
                as(ProcessStep.MEDIAN_HOURS, median(hours(col(MICROS)))),
                as(ProcessStep.P90_HOURS, p90(hours(col(MICROS)))),
                as(ProcessStep.TOTAL_HOURS, hours(sum(col(MICROS)))));
    Dataset<Row> all = pairs.agg(as(ProcessStep.ALL_PAIRS_HOURS, hours(sum(col(MICROS)))));
    return cohort.stamped(
        with(
            counted.crossJoin(broadcast(all)),
            ProcessStep.THROUGHPUT_SHARE,
            try_divide(col(ProcessStep.TOTAL_HOURS), col(ProcessStep.ALL_PAIRS_HOURS))));
  }

  private static Dataset<Row> pairs(Dataset<Row> events) {
    var inOrder = Window.partitionBy(col(Dispute.DISPUTE_ID)).orderBy(col(POSITION));
    Dataset<Row> placed = with(events, POSITION, EventOrder.position());
    Dataset<Row> followed =
        with(placed, ProcessStep.FROM_EVENT_TYPE, lag(col(EVENT_TYPE), 1).over(inOrder));
    followed = with(followed, EARLIER_AT, lag(col(OCCURRED_AT), 1).over(inOrder));
    Dataset<Row> pairs =
        with(followed, ProcessStep.TO_EVENT_TYPE, col(EVENT_TYPE))
            .where(col(ProcessStep.FROM_EVENT_TYPE).isNotNull());
    var ofPair =
        Window.partitionBy(
                cols(Dispute.DISPUTE_ID, ProcessStep.FROM_EVENT_TYPE, ProcessStep.TO_EVENT_TYPE))
            .orderBy(col(POSITION));
    return with(
        with(pairs, OCCURRENCE, row_number().over(ofPair)),
        MICROS,
        unix_micros(col(OCCURRED_AT)).minus(unix_micros(col(EARLIER_AT))));
  }

  private Dataset<Row> known(Dataset<Row> events) {
    Column end = lit(cohort.calendar().endOf(cohort.window().lastDate()));
    return events
        .where(col(OCCURRED_AT).lt(end))
        .select(cols(DisputeEvent.DISPUTE_ID, DisputeEvent.EVENT_ID, EVENT_TYPE, OCCURRED_AT));
  }

  private Dataset<Row> opened(Dataset<Row> disputes) {
    return disputes
        .where(cohort.window().contains(col(Dispute.OPENED_DATE)))
        .select(cols(Dispute.DISPUTE_ID, Dispute.HOURS_TO_RESOLUTION));
  }

  private static Column median(Column hours) {
    return percentile(hours, lit(0.5));
  }

  private static Column p90(Column hours) {
    return percentile(hours, lit(NINE_OF_TEN));
  }

  private static Column hours(Column micros) {
    return micros.divide(lit(MICROS_PER_HOUR));
  }
}
