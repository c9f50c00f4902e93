package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.unfolded;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static dev.hindsight.datasets.marts.Dispute.AS_OF_DATE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.contract.Field;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Dates to tell the state of things as of, all in one go. */
record AsOfDates(List<LocalDate> dates, ReportingCalendar calendar) {
  private static final Field AS_OF = scratch("as_of");
  private static final Field END = scratch("end_of_date");

  AsOfDates {
    dates = List.copyOf(dates);
  }

  /** Each row once for every date by the end of which it had happened, under {@code as_of_date}. */
  Dataset<Row> known(Dataset<Row> rows, Field happenedAt) {
    Column[] ends =
        dates.stream()
            .map(date -> struct(as(AS_OF_DATE, lit(date)), as(END, lit(calendar.endOf(date)))))
            .toArray(Column[]::new);
    Dataset<Row> ofEach = unfolded(with(rows, AS_OF, explode(array(ends))), AS_OF);
    return without(ofEach.where(col(happenedAt).lt(col(END))), END);
  }
}
