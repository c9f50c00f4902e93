package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.advice.Reach;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.NoRows;
import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.analytics.kept.KeptEvents;
import dev.hindsight.analytics.kept.KeptOrderLines;
import dev.hindsight.analytics.kept.LatestEvents;
import dev.hindsight.analytics.kept.OrderLines;
import dev.hindsight.analytics.money.ReportingMoney;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.Dispute;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what has landed as a version of a date counts it. */
record SourceReading(
    IntermediateRows intermediate, AnalysisSettings settings, ReportingCalendar calendar) {
  Sources from(LandedDatasets landed) throws IOException {
    OrderLines orderLines = orderLines(landed);
    LatestEvents latestEvents = events(landed);
    Dataset<Row> events = latestEvents.rows();
    Dataset<Row> adjustments =
        intermediate.readBack(landed.latest(Adjustment.CONTRACT), "adjustments");
    Dataset<Row> taxonomy = Taxonomy.bundled().rows(intermediate.spark());
    return new Sources(
        orderLines,
        latestEvents,
        adjustments,
        sellers(landed),
        taxonomy,
        reached(landed),
        earlierAdvice(landed.lake()),
        new ReportingMoney(reportingCurrency(orderLines, events)),
        new DisputeSources(
            events,
            orderLines.rows(),
            adjustments,
            taxonomy,
            NoRows.of(intermediate.spark(), Dispute.CONTRACT)));
  }

  private OrderLines orderLines(LandedDatasets landed) throws IOException {
    if (!SmallLake.isOf(landed.spark())) {
      return new KeptOrderLines(landed, calendar).upToDate();
    }
    Dataset<Row> rows = intermediate.readBack(landed.latest(Transaction.CONTRACT), "transactions");
    OrderLines counted = OrderLines.of(rows, calendar);
    return new OrderLines(
        rows,
        intermediate.readBack(counted.linesByDay(), "lines_by_day"),
        intermediate.readBack(counted.ordersByDay(), "orders_by_day"));
  }

  private LatestEvents events(LandedDatasets landed) throws IOException {
    return SmallLake.isOf(landed.spark())
        ? LatestEvents.of(intermediate.readBack(landed.latest(DisputeEvent.CONTRACT), "events"))
        : new KeptEvents(landed, intermediate).upToDate();
  }

  /** Of an earlier date, not of the same: to make a version again gives the same rows. */
  private Dataset<Row> earlierAdvice(Lake lake) throws IOException {
    VersionName firstOfDate = new VersionName(settings.asOfDate(), 1);
    Optional<EarlierVersion> earlier =
        EarlierVersion.before(firstOfDate, intermediate.spark(), lake);
    Optional<Dataset<Row>> known =
        earlier.isPresent() ? earlier.get().mart(AdviceOutcome.CONTRACT) : Optional.empty();
    return known.orElseGet(() -> NoRows.of(intermediate.spark(), AdviceOutcome.CONTRACT));
  }

  private Dataset<Row> sellers(LandedDatasets landed) {
    return landed.latest(Seller.CONTRACT, rows -> rows.where(isValid()));
  }

  private Dataset<Row> reached(LandedDatasets landed) {
    return new Reach(calendar.endOf(settings.asOfDate()))
        .of(sellers(landed), landed.latest(Unsubscribe.CONTRACT), landed.latest(Bounce.CONTRACT));
  }

  private Column isValid() {
    return coalesce(col(Seller.VALID_FROM).leq(lit(settings.asOfDate())), lit(true));
  }

  private String reportingCurrency(OrderLines orderLines, Dataset<Row> events) {
    return settings.reportingCurrency() == null
        ? new CommonestCurrency(settings.asOfDate(), calendar).of(orderLines.linesByDay(), events)
        : settings.reportingCurrency();
  }
}
