package dev.hindsight.ingest.transactions;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes order lines of a transaction log's rows. */
public class TransactionRowParser implements RowParser<Transaction> {
  static final FeedColumns COLUMNS =
      new FeedColumns(
          List.of(
              "transaction_id",
              "order_id",
              "seller_id",
              "category",
              "amount",
              "currency",
              "ordered_at"),
          List.of(),
          List.of(
              "buyer_id",
              "sku",
              "quantity",
              "promised_by",
              "shipped_at",
              "delivered_at",
              "carrier",
              "service_level",
              "ship_region",
              "fulfilled_by"));

  private static final Choices<FulfilledBy> FULFILLED_BY = Choices.of(FulfilledBy.values());

  private final RowOrigin origin;

  public TransactionRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow<Transaction> parse(CsvRow row) {
    return Cells.ofWidth(row, origin, () -> parsed(row));
  }

  @Override
  public LocalDate dateOf(Transaction transaction) {
    return transaction.orderedDate();
  }

  private ParsedRow<Transaction> parsed(CsvRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    DateRange happened = origin.happened();
    Currency currency = cells.currency("currency");
    BigDecimal amount = cells.amount("amount", currency);
    Instant orderedAt = cells.instant("ordered_at", happened);
    String buyerId = buyerId(cells);
    Integer quantity = cells.count("quantity");
    Instant promisedBy = cells.instant("promised_by", happened.ahead());
    Instant shippedAt = cells.instant("shipped_at", happened);
    Instant deliveredAt = deliveredAt(cells, orderedAt);
    FulfilledBy fulfilledBy = cells.oneOf("fulfilled_by", FULFILLED_BY);
    return cells.accept(
        () ->
            new Transaction(
                required(row.cell("transaction_id"), "transactionId"),
                required(row.cell("order_id"), "orderId"),
                required(row.cell("seller_id"), "sellerId"),
                required(row.cell("category"), "category"),
                required(amount, "amount"),
                required(currency, "currency").getCurrencyCode(),
                required(orderedAt, "orderedAt"),
                required(orderedAt, "orderedAt").atOffset(ZoneOffset.UTC).toLocalDate(),
                buyerId,
                row.cell("sku"),
                quantity,
                promisedBy,
                shippedAt,
                deliveredAt,
                row.cell("carrier"),
                row.cell("service_level"),
                row.cell("ship_region"),
                fulfilledBy,
                origin.batchNumber(),
                row.line()));
  }

  private static @Nullable String buyerId(Cells cells) {
    String buyerId = cells.text("buyer_id");
    if (buyerId != null && buyerId.indexOf('@') >= 0) {
      cells.add("buyer_id", Reason.LOOKS_LIKE_EMAIL);
    }
    return buyerId;
  }

  private @Nullable Instant deliveredAt(Cells cells, @Nullable Instant orderedAt) {
    Instant deliveredAt = cells.instant("delivered_at", origin.happened());
    if (deliveredAt != null && orderedAt != null && deliveredAt.isBefore(orderedAt)) {
      cells.add("delivered_at", Reason.DELIVERED_BEFORE_ORDERED, orderedAt.toString());
    }
    return deliveredAt;
  }
}
