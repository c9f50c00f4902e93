package dev.hindsight.analytics.trends;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.Trend.AS_OF_DATE;
import static dev.hindsight.datasets.marts.Trend.CAUSE;
import static dev.hindsight.datasets.marts.Trend.DISPUTED_ORDER_COUNT;
import static dev.hindsight.datasets.marts.Trend.DISPUTE_ACTIVITY;
import static dev.hindsight.datasets.marts.Trend.DISPUTE_COUNT;
import static dev.hindsight.datasets.marts.Trend.IS_COMPLETE;
import static dev.hindsight.datasets.marts.Trend.SCOPE;
import static dev.hindsight.datasets.marts.Trend.SCOPE_ID;
import static dev.hindsight.datasets.marts.Trend.TRANSACTION_COUNT;
import static dev.hindsight.datasets.marts.Trend.WEEK_START_DATE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.statistics.TrendAlarms;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.TrendScope;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The disputes opened week by week, of the marketplace, of each category and of each seller, and
 * which weeks are far above what is usual.
 */
public record Trends(
    LocalDate asOfDate, ReportingCalendar calendar, IntermediateRows intermediate) {
  /** The id of the one marketplace. */
  public static final String WHOLE_MARKETPLACE = "*";

  static final int KEPT_WEEKS = 104;
  static final int KEPT_WEEKS_OF_SELLERS = 14;

  private static final Field WEEKS_AGO = scratch("weeks_ago");
  private static final Field FIRST_AGO = scratch("first_weeks_ago");
  private static final Field FIRST_SALE_AGO = scratch("first_sale_weeks_ago");
  private static final Field IS_FIRST_OF_ORDER = scratch("is_first_of_order");
  private static final Field SCOPED = scratch("scoped");
  private static final Field COUNTS = scratch("counts");
  private static final Field RECENT_COUNT = scratch("recent_count");
  private static final Field JUDGED = scratch("judged");

  /**
   * One row per series and week, from the first week of its scope to the as-of date's.
   *
   * @param disputes as of the date
   * @param linesByDay {@link OrderLines#linesByDay}
   */
  public Dataset<Row> from(Dataset<Row> disputes, Dataset<Row> linesByDay) {
    Dataset<Row> sold = intermediate.readBack(sold(linesByDay), "sold_by_week");
    Dataset<Row> opened = intermediate.readBack(opened(disputes), "opened_by_week");
    Dataset<Row> series = joined(series(opened), beginnings(sold, opened), SCOPE, SCOPE_ID);
    return enriched(judged(series), sold, SCOPE, SCOPE_ID, WEEKS_AGO)
        .transform(weeks -> withTransactions(weeks, sold))
        .transform(this::withDates);
  }

  /** Disputes and disputed orders per scope, cause and week. */
  private Dataset<Row> opened(Dataset<Row> disputes) {
    return scoped(
            kept(withFirstOfOrder(disputes), col(Dispute.OPENED_DATE))
                .groupBy(cols(Dispute.SELLER_ID, Dispute.CATEGORY, CAUSE, WEEKS_AGO))
                .agg(
                    as(DISPUTE_COUNT, count(lit(1))),
                    as(DISPUTED_ORDER_COUNT, count_if(col(IS_FIRST_OF_ORDER)))))
        .groupBy(cols(SCOPE, SCOPE_ID, CAUSE, WEEKS_AGO))
        .agg(
            as(DISPUTE_COUNT, sum(col(DISPUTE_COUNT))),
            as(DISPUTED_ORDER_COUNT, sum(col(DISPUTED_ORDER_COUNT))));
  }

  /** Of an order the earliest opened dispute of each cause; ties by transaction, then dispute. */
  private static Dataset<Row> withFirstOfOrder(Dataset<Row> disputes) {
    Column place =
        row_number()
            .over(
                Window.partitionBy(cols(Dispute.SELLER_ID, Dispute.ORDER_ID, CAUSE))
                    .orderBy(cols(Dispute.OPENED_AT, Dispute.TRANSACTION_ID, Dispute.DISPUTE_ID)));
    return with(
        disputes, IS_FIRST_OF_ORDER, col(Dispute.ORDER_ID).isNull().or(place.equalTo(lit(1))));
  }

  /** Order lines per scope and week. */
  private Dataset<Row> sold(Dataset<Row> linesByDay) {
    return scoped(
            kept(linesByDay, col(OrderLines.ORDERED_DAY))
                .groupBy(cols(Transaction.SELLER_ID, Transaction.CATEGORY, WEEKS_AGO))
                .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT)))))
        .groupBy(cols(SCOPE, SCOPE_ID, WEEKS_AGO))
        .agg(as(TRANSACTION_COUNT, sum(col(TRANSACTION_COUNT))));
  }

  private Dataset<Row> kept(Dataset<Row> rows, Column date) {
    return with(rows.where(date.leq(lit(asOfDate))), WEEKS_AGO, weeks().agoOf(date))
        .where(col(WEEKS_AGO).lt(lit(KEPT_WEEKS)));
  }

  /** Each row once for the marketplace, once for its category and once for its seller. */
  private static Dataset<Row> scoped(Dataset<Row> rows) {
    Column scopes =
        array(
            scope(TrendScope.MARKETPLACE, lit(WHOLE_MARKETPLACE)),
            scope(TrendScope.CATEGORY, col(Dispute.CATEGORY)),
            scope(TrendScope.SELLER, col(Dispute.SELLER_ID)));
    return unfolded(with(rows, SCOPED, explode(scopes)), SCOPED);
  }

  private static Column scope(TrendScope scope, Column id) {
    return struct(as(SCOPE, lit(scope.name())), as(SCOPE_ID, id));
  }

  /**
   * The counts of each series; of sellers only where an alarm is possible in the weeks that are
   * kept of them.
   */
  private static Dataset<Row> series(Dataset<Row> opened) {
    // The first week that is kept may alarm together with the one before it.
    Column isRecent = col(WEEKS_AGO).leq(lit(KEPT_WEEKS_OF_SELLERS));
    Column recent = sum(when(isRecent, col(DISPUTED_ORDER_COUNT)).otherwise(lit(0L)));
    return opened
        .groupBy(cols(SCOPE, SCOPE_ID, CAUSE))
        .agg(
            as(COUNTS, collect_list(struct(cols(WEEKS_AGO, DISPUTE_COUNT, DISPUTED_ORDER_COUNT)))),
            as(RECENT_COUNT, recent))
        .where(isNoSeller().or(col(RECENT_COUNT).geq(lit(TrendAlarms.FEWEST_OBSERVED))));
  }

  private static Column isNoSeller() {
    return col(SCOPE).notEqual(lit(TrendScope.SELLER.name()));
  }

  /** The first week of each scope with an order or a dispute, whatever its cause. */
  private static Dataset<Row> beginnings(Dataset<Row> sold, Dataset<Row> opened) {
    Field[] seen = {SCOPE, SCOPE_ID, WEEKS_AGO};
    return sold.select(cols(seen))
        .unionByName(opened.select(cols(seen)))
        .groupBy(cols(SCOPE, SCOPE_ID))
        .agg(as(FIRST_AGO, max(col(WEEKS_AGO))));
  }

  private Dataset<Row> judged(Dataset<Row> series) {
    Column judged = JudgedWeeks.of(col(COUNTS), col(FIRST_AGO), WEEKS_AGO, weeks().lastShare());
    Dataset<Row> weeks =
        series.select(col(SCOPE), col(SCOPE_ID), col(CAUSE), as(JUDGED, explode(judged)));
    return unfolded(weeks, JUDGED)
        .where(isNoSeller().or(col(WEEKS_AGO).lt(lit(KEPT_WEEKS_OF_SELLERS))));
  }

  /** Weeks before the first known order have no count of orders, those after it at least 0. */
  private static Dataset<Row> withTransactions(Dataset<Row> weeks, Dataset<Row> sold) {
    Dataset<Row> firstSale = sold.agg(as(FIRST_SALE_AGO, max(col(WEEKS_AGO))));
    Column known =
        when(col(WEEKS_AGO).leq(col(FIRST_SALE_AGO)), coalesce(col(TRANSACTION_COUNT), lit(0L)));
    Dataset<Row> counted = with(weeks.crossJoin(broadcast(firstSale)), TRANSACTION_COUNT, known);
    return with(counted, DISPUTE_ACTIVITY, try_divide(col(DISPUTE_COUNT), col(TRANSACTION_COUNT)));
  }

  private Dataset<Row> withDates(Dataset<Row> rows) {
    Dataset<Row> dated = with(rows, WEEK_START_DATE, weeks().mondayOf(col(WEEKS_AGO)));
    return with(
        with(dated, IS_COMPLETE, weeks().isComplete(col(WEEKS_AGO))), AS_OF_DATE, lit(asOfDate));
  }

  private Weeks weeks() {
    return new Weeks(asOfDate);
  }
}
