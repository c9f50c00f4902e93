package dev.hindsight.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of order lines; what happens after the end of the sample is not known to it. */
final class TransactionLog implements Closeable {
  private static final List<String> HEADER =
      List.of(
          "transaction_id",
          "order_id",
          "seller_id",
          "category",
          "amount",
          "currency",
          "ordered_at",
          "buyer_id",
          "sku",
          "quantity",
          "promised_by",
          "shipped_at",
          "delivered_at",
          "carrier",
          "service_level",
          "ship_region",
          "fulfilled_by");

  private final MonthlyCsv csv;
  private final Instant end;

  TransactionLog(Path landing, Instant end) {
    this.csv = new MonthlyCsv(landing, LandingFolder.TRANSACTIONS, HEADER);
    this.end = end;
  }

  void startDay(LocalDate day) throws IOException {
    csv.startDay(day);
  }

  void add(String transactionId, String orderId, Order order, Order.SoldLine sold)
      throws IOException {
    OrderLine line = sold.line();
    Parcel parcel = order.parcel();
    Shipment shipment = order.shipment();
    csv.row(
        transactionId,
        orderId,
        order.seller().id(),
        line.article().category().code(),
        LandingFolder.amount(line.cents()),
        LandingFolder.CURRENCY,
        order.orderedAt(),
        order.buyerId(),
        line.article().sku(),
        line.quantity(),
        shipment.promisedBy(),
        sold.shipped() ? known(shipment.shippedAt()) : null,
        sold.delivered() ? known(shipment.deliveredAt()) : null,
        parcel.carrier().label(),
        parcel.level().code(),
        parcel.region(),
        parcel.byMarketplace() ? "MARKETPLACE" : "SELLER");
  }

  long rowCount() {
    return csv.rowCount();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private @Nullable Instant known(Instant instant) {
    return instant.isBefore(end) ? instant : null;
  }
}
