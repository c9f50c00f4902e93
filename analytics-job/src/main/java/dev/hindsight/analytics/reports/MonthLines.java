package dev.hindsight.analytics.reports;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.reports.NestedColumns.listed;
import static dev.hindsight.datasets.marts.SellerReport.SELLER_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerReport;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each seller's disputes by month opened, over the months that the window and the previous one
 * touch.
 */
record MonthLines(Cohort cohort) {
  private static final Field MONTH = scratch("month");
  private static final Field OPENED_COUNT = scratch("opened_count");

  /** One row per seller, with every month. */
  Dataset<Row> from(ReportSources sources) {
    return of(sources.disputes(), sources.scorecards(), SELLER_ID);
  }

  /**
   * One row per key, with every month.
   *
   * @param rows that are to have months
   * @param key columns of both
   */
  Dataset<Row> of(Dataset<Row> disputes, Dataset<Row> rows, Field... key) {
    Dataset<Row> counted =
        disputes
            .groupBy(and(key, as(MONTH, col(Dispute.OPENED_MONTH))))
            .agg(as(OPENED_COUNT, count(lit(1))));
    Dataset<Row> calendar = rows.select(and(key, as(MONTH, explode(array(months())))));
    Column line = struct(col(MONTH), as(OPENED_COUNT, coalesce(col(OPENED_COUNT), lit(0L))));
    return enriched(
            calendar,
            counted,
            Stream.concat(Stream.of(key), Stream.of(MONTH)).toArray(Field[]::new))
        .groupBy(cols(key))
        .agg(as(SellerReport.MONTHS, listed(line, col(MONTH))));
  }

  private static Column[] and(Field[] key, Column month) {
    return Stream.concat(Stream.of(cols(key)), Stream.of(month)).toArray(Column[]::new);
  }

  private Column[] months() {
    LocalDate first = cohort.window().previous().firstDate().withDayOfMonth(1);
    return Stream.iterate(
            first,
            month -> !month.isAfter(cohort.window().lastDate()),
            month -> month.plusMonths(1))
        .map(month -> lit(month))
        .toArray(Column[]::new);
  }
}
