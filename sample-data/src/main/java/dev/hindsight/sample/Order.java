package dev.hindsight.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer bought at once from a seller, how it was sent, and what will be disputed of it. */
record Order(
    Seller seller,
    String buyerId,
    Instant orderedAt,
    Parcel parcel,
    Shipment shipment,
    List<SoldLine> lines) {

  /** An order line and what its buyer will complain of. */
  record SoldLine(OrderLine line, @Nullable Complaint complaint) {

    boolean shipped() {
      return complaint == null || complaint.cause().topic() != Cause.Topic.STOCK;
    }

    boolean delivered() {
      return shipped() && (complaint == null || complaint.cause() != Cause.ITEM_NOT_RECEIVED);
    }
  }
}
