package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seller's wish to get no more reports by mail, and when it was taken back. */
@Grain(
    value =
        "one row per landed row of an unsubscribe log; the latest row of a seller and instant is the one"
            + " that counts, and a seller is unsubscribed from the latest `unsubscribed_at` until a later"
            + " `resubscribed_at`",
    key = {"seller_id", "unsubscribed_at"})
public record Unsubscribe(
    @Doc("The seller that wants no more mail, at whatever address") String sellerId,
    @Doc("When the seller said so") Instant unsubscribedAt,
    @Doc(
            "When the seller wanted reports again; ends every earlier unsubscription of the seller; absent: not yet")
        @Nullable Instant resubscribedAt,
    @Doc("The address that the unsubscribed message had gone to, for the record")
        @Nullable String email,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<Unsubscribe> CONTRACT =
      Contract.of("unsubscribes", Unsubscribe.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field UNSUBSCRIBED_AT = CONTRACT.field("unsubscribed_at");
  public static final Field RESUBSCRIBED_AT = CONTRACT.field("resubscribed_at");
  public static final Field EMAIL = CONTRACT.field("email");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public Unsubscribe {
    required(sellerId, "sellerId");
    required(unsubscribedAt, "unsubscribedAt");
  }
}
