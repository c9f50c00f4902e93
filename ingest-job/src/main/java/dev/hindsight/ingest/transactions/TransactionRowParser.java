package dev.hindsight.ingest.transactions;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import dev.hindsight.ingest.rows.UtcDates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Makes order lines of a transaction log's rows. */
public class TransactionRowParser implements RowParser<Transaction> {
  private static final FeedColumns COLUMNS = Feed.TRANSACTIONS.columns();
  private static final int CURRENCY = COLUMNS.place("currency");
  private static final int AMOUNT = COLUMNS.place("amount");
  private static final int ORDERED_AT = COLUMNS.place("ordered_at");
  private static final int QUANTITY = COLUMNS.place("quantity");
  private static final int PROMISED_BY = COLUMNS.place("promised_by");
  private static final int SHIPPED_AT = COLUMNS.place("shipped_at");
  private static final int FULFILLED_BY = COLUMNS.place("fulfilled_by");
  private static final int TRANSACTION_ID = COLUMNS.place("transaction_id");
  private static final int ORDER_ID = COLUMNS.place("order_id");
  private static final int SELLER_ID = COLUMNS.place("seller_id");
  private static final int CATEGORY = COLUMNS.place("category");
  private static final int SKU = COLUMNS.place("sku");
  private static final int CARRIER = COLUMNS.place("carrier");
  private static final int SERVICE_LEVEL = COLUMNS.place("service_level");
  private static final int SHIP_REGION = COLUMNS.place("ship_region");
  private static final int BUYER_ID = COLUMNS.place("buyer_id");
  private static final int DELIVERED_AT = COLUMNS.place("delivered_at");

  private static final Choices<FulfilledBy> FULFILLERS = Choices.of(FulfilledBy.values());

  private final RowOrigin origin;
  private final UtcDates dates = new UtcDates();

  public TransactionRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public LocalDate dateOf(Transaction transaction) {
    return transaction.orderedDate();
  }

  @Override
  public ParsedRow<Transaction> parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    DateRange happened = origin.happened();
    Currency currency = cells.currency(CURRENCY);
    BigDecimal amount = cells.amount(AMOUNT, currency);
    Instant orderedAt = cells.instant(ORDERED_AT, happened);
    String buyerId = buyerId(cells);
    Integer quantity = cells.count(QUANTITY);
    Instant promisedBy = cells.instant(PROMISED_BY, happened.ahead());
    Instant shippedAt = cells.instant(SHIPPED_AT, happened);
    Instant deliveredAt = deliveredAt(cells, orderedAt);
    FulfilledBy fulfilledBy = cells.oneOf(FULFILLED_BY, FULFILLERS);
    return cells.accept(
        () ->
            new Transaction(
                required(row.cell(TRANSACTION_ID), "transactionId"),
                required(row.cell(ORDER_ID), "orderId"),
                required(row.cell(SELLER_ID), "sellerId"),
                required(row.cell(CATEGORY), "category"),
                required(amount, "amount"),
                required(currency, "currency").getCurrencyCode(),
                required(orderedAt, "orderedAt"),
                dates.of(required(orderedAt, "orderedAt")),
                buyerId,
                row.cell(SKU),
                quantity,
                promisedBy,
                shippedAt,
                deliveredAt,
                row.cell(CARRIER),
                row.cell(SERVICE_LEVEL),
                row.cell(SHIP_REGION),
                fulfilledBy,
                origin.batchNumber(),
                row.line()));
  }

  private static @Nullable String buyerId(Cells cells) {
    String buyerId = cells.text(BUYER_ID);
    if (buyerId != null && buyerId.indexOf('@') >= 0) {
      cells.add(BUYER_ID, Reason.LOOKS_LIKE_EMAIL);
    }
    return buyerId;
  }

  private @Nullable Instant deliveredAt(Cells cells, @Nullable Instant orderedAt) {
    Instant deliveredAt = cells.instant(DELIVERED_AT, origin.happened());
    if (deliveredAt != null && orderedAt != null && deliveredAt.isBefore(orderedAt)) {
      cells.add(DELIVERED_AT, Reason.DELIVERED_BEFORE_ORDERED, orderedAt.toString());
    }
    return deliveredAt;
  }
}
