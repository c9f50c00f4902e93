package dev.hindsight.reports.delivery;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.due.DueReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way to a seller; one row of the delivery log.
 *
 * @param period of which the seller gets at most one report
 * @param version whose report it is, and in whose outbox folder the message lies
 * @param answer what the mail server, or the way to it, said last
 * @param attemptCount how often it was tried
 */
public record Delivery(
    long deliveryId,
    String sellerId,
    String period,
    VersionName version,
    DueReason dueReason,
    String address,
    DeliveryState state,
    @Nullable String answer,
    int attemptCount,
    Instant changedAt) {

  public LocalDate asOfDate() {
    return version.asOfDate();
  }
}
