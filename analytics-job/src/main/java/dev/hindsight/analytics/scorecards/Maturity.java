package dev.hindsight.analytics.scorecards;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.marts.SellerScorecard.MATURITY_SHARE;
import static dev.hindsight.datasets.marts.SellerScorecard.SELLER_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.statistics.Delays;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How much of what a cohort will be disputed is disputed already: the mean over its order lines of
 * the share of disputes that are opened within the line's age. See {@link Delays}.
 */
public record Maturity(Cohort cohort) {
  private static final Field DELAY = scratch("delay");
  private static final Field AGE = scratch("age");
  private static final Field LINES = scratch("lines");
  private static final Field SHARES = scratch("shares");

  /**
   * The scorecards with their cohorts' maturity; absent without orders, or without enough history.
   *
   * @param disputes as of the date, all history
   */
  public Dataset<Row> beside(Dataset<Row> cards, Dataset<Row> transactions, Dataset<Row> disputes) {
    Column orderedDay = cohort.calendar().dateOf(col(Transaction.ORDERED_AT));
    Dataset<Row> aged =
        transactions
            .where(ReportingCalendar.isNear(cohort.window(), col(Transaction.ORDERED_AT)))
            .where(cohort.window().contains(orderedDay))
            .groupBy(col(Transaction.SELLER_ID), as(AGE, age(orderedDay)))
            .agg(as(LINES, count(lit(1))))
            .crossJoin(broadcast(shares(disputes)));
    Column share = element_at(col(SHARES), col(AGE).plus(lit(1)));
    Column maturity = sum(share.multiply(col(LINES))).divide(sum(col(LINES)).cast("double"));
    return enriched(
        cards, aged.groupBy(col(SELLER_ID)).agg(as(MATURITY_SHARE, maturity)), SELLER_ID);
  }

  /** One row: the shares of disputes by delay, from 0 to the horizon; absent without history. */
  private Dataset<Row> shares(Dataset<Row> disputes) {
    Dataset<Row> lines =
        disputes
            .where(col(Dispute.IS_TRANSACTION_FOUND))
            .groupBy(cols(Dispute.TRANSACTION_ID, Dispute.ORDERED_AT, Dispute.ORDERED_DATE))
            .agg(as(Dispute.OPENED_DATE, min(col(Dispute.OPENED_DATE))));
    Dataset<Row> counts =
        lines
            .select(
                as(DELAY, date_diff(col(Dispute.OPENED_DATE), col(Dispute.ORDERED_DATE))),
                as(AGE, age(col(Dispute.ORDERED_DATE))))
            .where(col(DELAY).between(lit(0), lit(Delays.HORIZON)))
            .groupBy(cols(DELAY, AGE))
            .agg(as(LINES, count(lit(1))));
    UDF1<Seq<Row>, @Nullable List<Double>> shares = Maturity::shares;
    Column estimated =
        udf(shares, DataTypes.createArrayType(DataTypes.DoubleType, false))
            .apply(collect_list(struct(cols(DELAY, AGE, LINES))));
    return counts.agg(as(SHARES, estimated));
  }

  /** In days, at the end of the window; whatever is older than the horizon is as old as that. */
  private Column age(Column orderedDay) {
    return least(date_diff(lit(cohort.window().lastDate()), orderedDay), lit(Delays.HORIZON));
  }

  private static @Nullable List<Double> shares(Seq<Row> counts) {
    Delays delays = new Delays();
    CollectionConverters.asJava(counts)
        .forEach(row -> delays.add(row.getInt(0), row.getInt(1), row.getLong(2)));
    return delays.isHistoryLongEnough() ? Arrays.stream(delays.shares()).boxed().toList() : null;
  }
}
