package dev.hindsight.analytics.disputes;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The disputes of a few events and order lines, as of a date. */
record DisputeRows(SparkSession spark, LocalDate asOfDate, ZoneId zone) {
  DisputeRows(SparkSession spark) {
    this(spark, LocalDate.parse("2026-01-31"), ZoneId.of("UTC"));
  }

  List<Dispute> of(List<Transaction> transactions, EventExample... events) {
    return ContractRows.records(checked(transactions, events), Dispute.CONTRACT);
  }

  /** The one dispute of the events, beside adjustments. */
  Dispute adjusted(List<Adjustment> adjustments, EventExample... events) {
    return ContractRows.records(checked(List.of(), adjustments, events), Dispute.CONTRACT).get(0);
  }

  Dataset<Row> checked(List<Transaction> transactions, EventExample... events) {
    return checked(transactions, List.of(), events);
  }

  private Dataset<Row> checked(
      List<Transaction> transactions, List<Adjustment> adjustments, EventExample... events) {
    ReportingCalendar calendar = new ReportingCalendar(zone);
    Dataset<Row> landed = ContractRows.rows(spark, DisputeEvent.CONTRACT, EventExample.all(events));
    return new Disputes(asOfDate, calendar)
        .from(
            landed,
            ContractRows.rows(spark, Transaction.CONTRACT, transactions),
            ContractRows.rows(spark, Adjustment.CONTRACT, adjustments),
            Taxonomy.bundled().rows(spark))
        .transform(states -> new RuleChecks(calendar.endOf(asOfDate)).beside(states, landed));
  }

  Dispute only(EventExample... events) {
    return of(List.of(), events).get(0);
  }

  Dispute only(TransactionExample line, EventExample... events) {
    return of(TransactionExample.all(line), events).get(0);
  }
}
