package dev.hindsight.ingest.transactions;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.CopiedTexts;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import dev.hindsight.ingest.rows.UtcDay;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;

/** Makes order lines of a transaction log's rows. */
public class TransactionRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.TRANSACTIONS.columns();
  private static final int CURRENCY = COLUMNS.place("currency");
  private static final int AMOUNT = COLUMNS.place("amount");
  private static final int ORDERED_AT = COLUMNS.place("ordered_at");
  private static final int QUANTITY = COLUMNS.place("quantity");
  private static final int PROMISED_BY = COLUMNS.place("promised_by");
  private static final int SHIPPED_AT = COLUMNS.place("shipped_at");
  private static final int FULFILLED_BY = COLUMNS.place("fulfilled_by");
  private static final int BUYER_ID = COLUMNS.place("buyer_id");
  private static final int DELIVERED_AT = COLUMNS.place("delivered_at");

  private static final Choices<FulfilledBy> FULFILLERS = Choices.of(FulfilledBy.values());
  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, Transaction.CONTRACT);

  private final RowOrigin origin;
  private final DateRange ahead;

  public TransactionRowParser(RowOrigin origin) {
    this.origin = origin;
    this.ahead = origin.happened().ahead();
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    Currency currency = cells.currency(CURRENCY);
    long amount = cells.amount(AMOUNT, currency);
    long orderedAt = cells.instant(ORDERED_AT, origin.happened());
    cells.refuse(BUYER_ID, '@', Reason.LOOKS_LIKE_EMAIL);
    long quantity = cells.count(QUANTITY);
    long promisedBy = cells.instant(PROMISED_BY, ahead);
    long shippedAt = cells.instant(SHIPPED_AT, origin.happened());
    long deliveredAt = deliveredAt(cells, orderedAt);
    cells.oneOf(FULFILLED_BY, FULFILLERS);
    return new OrderLine(
        row,
        origin.batchNumber(),
        cells.problems(),
        amount,
        orderedAt,
        quantity,
        promisedBy,
        shippedAt,
        deliveredAt);
  }

  private long deliveredAt(Cells cells, long orderedAt) {
    long deliveredAt = cells.instant(DELIVERED_AT, origin.happened());
    boolean areKnown = deliveredAt != Cells.ABSENT && orderedAt != Cells.ABSENT;
    if (areKnown && deliveredAt < orderedAt) {
      Instant ordered = Instant.EPOCH.plus(orderedAt, ChronoUnit.MICROS);
      cells.add(DELIVERED_AT, Reason.DELIVERED_BEFORE_ORDERED, ordered.toString());
    }
    return deliveredAt;
  }

  /** An order line; its numbers are as the contract's columns have them. */
  private record OrderLine(
      FeedRow row,
      int batchNumber,
      List<Problem> problems,
      long amount,
      long orderedAt,
      long quantity,
      long promisedBy,
      long shippedAt,
      long deliveredAt)
      implements ParsedRow {
    private static final int AMOUNT = place(Transaction.AMOUNT);
    private static final int ORDERED_AT = place(Transaction.ORDERED_AT);
    private static final int ORDERED_DATE = place(Transaction.ORDERED_DATE);
    private static final int QUANTITY = place(Transaction.QUANTITY);
    private static final int PROMISED_BY = place(Transaction.PROMISED_BY);
    private static final int SHIPPED_AT = place(Transaction.SHIPPED_AT);
    private static final int DELIVERED_AT = place(Transaction.DELIVERED_AT);
    private static final int BATCH_NUMBER = place(Transaction.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(Transaction.LINE_NUMBER);

    private static int place(Field field) {
      return Transaction.CONTRACT.place(field);
    }

    @Override
    public long epochDay() {
      return UtcDay.of(orderedAt);
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.number(AMOUNT, amount);
      rows.number(ORDERED_AT, orderedAt);
      rows.number(ORDERED_DATE, epochDay());
      rows.number(QUANTITY, quantity);
      rows.number(PROMISED_BY, promisedBy);
      rows.number(SHIPPED_AT, shippedAt);
      rows.number(DELIVERED_AT, deliveredAt);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
