package dev.hindsight.analytics.cohort;

import static dev.hindsight.analytics.cohort.Cohort.COHORT_DATE;
import static dev.hindsight.analytics.cohort.Cohort.FULFILMENT;
import static dev.hindsight.analytics.cohort.Cohort.ORDERED_DAY;
import static dev.hindsight.analytics.cohort.Cohort.ORDER_WEEK;
import static dev.hindsight.analytics.cohort.Cohort.PRICE_BAND;
import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.datasets.marts.SellerScorecard.TRANSACTION_COUNT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cohorts that are counted together: one pass over the rows, rather than one for each. They may
 * overlap, and share a calendar and price bands.
 */
public record Cohorts(List<Cohort> cohorts) {
  public Cohorts {
    cohorts = List.copyOf(cohorts);
  }

  /** The last dates of their windows. */
  public List<LocalDate> lastDates() {
    return cohorts.stream().map(cohort -> cohort.window().lastDate()).toList();
  }

  /** {@link Cohort#sold} of each. */
  public Dataset<Row> sold(Dataset<Row> transactions) {
    Column day = any().calendar().dateOf(col(Transaction.ORDERED_AT));
    Column[] dates =
        cohorts.stream()
            .map(Cohort::window)
            .map(window -> when(window.contains(col(ORDERED_DAY)), lit(window.lastDate())))
            .toArray(Column[]::new);
    Dataset<Row> ofCohorts =
        with(
            with(
                transactions.where(ReportingCalendar.isNear(all(), col(Transaction.ORDERED_AT))),
                ORDERED_DAY,
                day),
            COHORT_DATE,
            explode(array_compact(array(dates))));
    return any()
        .banded(ofCohorts)
        .groupBy(
            col(COHORT_DATE),
            col(Transaction.SELLER_ID),
            col(Transaction.CATEGORY),
            col(PRICE_BAND),
            col(ORDER_WEEK),
            as(FULFILMENT, Cohort.fulfilment(Transaction.FULFILLED_BY)))
        .agg(as(TRANSACTION_COUNT, count(lit(1))));
  }

  /**
   * {@link Cohort#observed} of each.
   *
   * @param disputes as of each {@link #lastDates() last date}
   */
  public Dataset<Row> observed(Dataset<Row> disputes) {
    Column isOfCohort =
        cohorts.stream()
            .map(Cohort::window)
            .map(
                window ->
                    col(Dispute.AS_OF_DATE)
                        .equalTo(lit(window.lastDate()))
                        .and(window.contains(col(Dispute.ORDERED_DATE))))
            .reduce(Column::or)
            .orElseThrow();
    Dataset<Row> disputed = disputes.where(col(Dispute.IS_TRANSACTION_FOUND).and(isOfCohort));
    return any().grouped(Cohort.foremost(disputed), col(Dispute.AS_OF_DATE));
  }

  /** From the first date of any to the last date of any. */
  public Window all() {
    Comparator<LocalDate> inOrder = Comparator.naturalOrder();
    return new Window(
        cohorts.stream().map(cohort -> cohort.window().firstDate()).min(inOrder).orElseThrow(),
        lastDates().stream().max(inOrder).orElseThrow());
  }

  private Cohort any() {
    return cohorts.get(0);
  }
}
