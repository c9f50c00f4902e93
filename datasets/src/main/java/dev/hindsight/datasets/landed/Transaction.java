package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order line as the transaction log told it. */
@Grain(
    value =
        "one row per landed row of a transaction log; the latest row of a transaction is the one that counts",
    key = {"transaction_id", "ordered_date"})
public record Transaction(
    @Doc("Identifies the order line, together with its order date") String transactionId,
    @Doc("The order that the line belongs to") String orderId,
    @Doc("Who sold it") String sellerId,
    @Doc("Leaf of the category tree at the time of sale") String category,
    @Doc("What the buyer paid for the line, in `currency`") BigDecimal amount,
    @Doc("ISO-4217 code of `amount`") String currency,
    @Doc("When it was ordered") Instant orderedAt,
    @Doc("Date of `ordered_at` in UTC") LocalDate orderedDate,
    @Doc("Pseudonymous id of the buyer") @Nullable String buyerId,
    @Doc("The seller's article number") @Nullable String sku,
    @Doc("Pieces in the line") @Nullable Integer quantity,
    @Doc("When it was promised to arrive") @Nullable Instant promisedBy,
    @Doc("When it was handed to the carrier") @Nullable Instant shippedAt,
    @Doc("When it arrived") @Nullable Instant deliveredAt,
    @Doc("Who carried it") @Nullable String carrier,
    @Doc("The carrier's product, e.g. standard or express") @Nullable String serviceLevel,
    @Doc("Where it was sent") @Nullable String shipRegion,
    @Doc("Who stored and shipped it") @Nullable FulfilledBy fulfilledBy,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<Transaction> CONTRACT =
      Contract.of("transactions", Transaction.class);
  public static final Field TRANSACTION_ID = CONTRACT.field("transaction_id");
  public static final Field ORDER_ID = CONTRACT.field("order_id");
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field CATEGORY = CONTRACT.field("category");
  public static final Field AMOUNT = CONTRACT.field("amount");
  public static final Field CURRENCY = CONTRACT.field("currency");
  public static final Field ORDERED_AT = CONTRACT.field("ordered_at");
  public static final Field ORDERED_DATE = CONTRACT.field("ordered_date");
  public static final Field BUYER_ID = CONTRACT.field("buyer_id");
  public static final Field SKU = CONTRACT.field("sku");
  public static final Field QUANTITY = CONTRACT.field("quantity");
  public static final Field PROMISED_BY = CONTRACT.field("promised_by");
  public static final Field SHIPPED_AT = CONTRACT.field("shipped_at");
  public static final Field DELIVERED_AT = CONTRACT.field("delivered_at");
  public static final Field CARRIER = CONTRACT.field("carrier");
  public static final Field SERVICE_LEVEL = CONTRACT.field("service_level");
  public static final Field SHIP_REGION = CONTRACT.field("ship_region");
  public static final Field FULFILLED_BY = CONTRACT.field("fulfilled_by");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public Transaction {
    required(transactionId, "transactionId");
    required(orderId, "orderId");
    required(sellerId, "sellerId");
    required(category, "category");
    required(amount, "amount");
    required(currency, "currency");
    required(orderedAt, "orderedAt");
    required(orderedDate, "orderedDate");
  }
}
