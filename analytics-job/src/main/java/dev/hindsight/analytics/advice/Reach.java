package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Unsubscribe;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whom reports reach as of a date: sellers who unsubscribed have turned them off, and an address
 * that is dead is none.
 *
 * @param endOfDate the first instant that is no longer known
 */
public record Reach(Instant endOfDate) {
  private static final Field ADDRESS = scratch("address");
  private static final Field OFF_AT = scratch("off_at");
  private static final Field ON_AT = scratch("on_at");
  private static final Field DEAD_AT = scratch("dead_at");
  private static final Field ALIVE_AT = scratch("alive_at");

  /**
   * The sellers, with {@code reports} and {@code email} as they reach them.
   *
   * @param sellers latest row of each seller
   * @param unsubscribes latest row of each seller and instant
   * @param bounces latest row of each address and instant
   */
  public Dataset<Row> of(Dataset<Row> sellers, Dataset<Row> unsubscribes, Dataset<Row> bounces) {
    Dataset<Row> rows = enriched(sellers, wishes(unsubscribes), Seller.SELLER_ID);
    rows = enriched(with(rows, ADDRESS, lower(col(Seller.EMAIL))), deliveries(bounces), ADDRESS);
    Column reports =
        when(isLatest(OFF_AT, ON_AT), lit(ReportFrequency.OFF.name()))
            .otherwise(col(Seller.REPORTS));
    rows = with(rows, Seller.REPORTS, reports);
    Column email = when(isLatest(DEAD_AT, ALIVE_AT), lit(null)).otherwise(col(Seller.EMAIL));
    return without(with(rows, Seller.EMAIL, email), ADDRESS, OFF_AT, ON_AT, DEAD_AT, ALIVE_AT);
  }

  private Dataset<Row> wishes(Dataset<Row> unsubscribes) {
    return unsubscribes
        .groupBy(as(Seller.SELLER_ID, col(Unsubscribe.SELLER_ID)))
        .agg(
            as(OFF_AT, max(known(Unsubscribe.UNSUBSCRIBED_AT))),
            as(ON_AT, max(known(Unsubscribe.RESUBSCRIBED_AT))));
  }

  private Dataset<Row> deliveries(Dataset<Row> bounces) {
    return bounces
        .groupBy(as(ADDRESS, lower(col(Bounce.EMAIL))))
        .agg(as(DEAD_AT, max(bouncedWith("5."))), as(ALIVE_AT, max(bouncedWith("2."))));
  }

  private Column bouncedWith(String statusClass) {
    return when(col(Bounce.STATUS).startsWith(statusClass), known(Bounce.BOUNCED_AT));
  }

  private Column known(Field instant) {
    return when(col(instant).lt(lit(endOfDate)), col(instant));
  }

  /** Whether the first happened, and the second not after it. */
  private static Column isLatest(Field first, Field second) {
    return col(first).isNotNull().and(coalesce(col(second).leq(col(first)), lit(true)));
  }
}
