package dev.hindsight.ingest.unsubscribes;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.CopiedTexts;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes unsubscriptions of an unsubscribe log's rows. */
public class UnsubscribeRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.UNSUBSCRIBES.columns();
  private static final int UNSUBSCRIBED_AT = COLUMNS.place("unsubscribed_at");
  private static final int RESUBSCRIBED_AT = COLUMNS.place("resubscribed_at");
  private static final int EMAIL = COLUMNS.place("email");

  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, Unsubscribe.CONTRACT);

  private final RowOrigin origin;

  public UnsubscribeRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    long unsubscribedAt = cells.instant(UNSUBSCRIBED_AT, origin.happened());
    long resubscribedAt = resubscribedAt(cells, unsubscribedAt);
    cells.requireAddress(EMAIL);
    return new Unsubscription(
        row, origin.batchNumber(), cells.problems(), unsubscribedAt, resubscribedAt);
  }

  private long resubscribedAt(Cells cells, long unsubscribedAt) {
    long resubscribedAt = cells.instant(RESUBSCRIBED_AT, origin.happened());
    boolean areKnown = resubscribedAt != Cells.ABSENT && unsubscribedAt != Cells.ABSENT;
    if (areKnown && resubscribedAt < unsubscribedAt) {
      Instant unsubscribed = Instant.EPOCH.plus(unsubscribedAt, ChronoUnit.MICROS);
      cells.add(RESUBSCRIBED_AT, Reason.OUT_OF_ORDER, "unsubscribed_at " + unsubscribed);
    }
    return resubscribedAt;
  }

  /** An unsubscription; its numbers are as the contract's columns have them. */
  private record Unsubscription(
      FeedRow row,
      int batchNumber,
      List<Problem> problems,
      long unsubscribedAt,
      long resubscribedAt)
      implements ParsedRow {
    private static final int UNSUBSCRIBED_AT = place(Unsubscribe.UNSUBSCRIBED_AT);
    private static final int RESUBSCRIBED_AT = place(Unsubscribe.RESUBSCRIBED_AT);
    private static final int BATCH_NUMBER = place(Unsubscribe.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(Unsubscribe.LINE_NUMBER);

    private static int place(Field field) {
      return Unsubscribe.CONTRACT.place(field);
    }

    /** None: a day of the marketplace is one with orders or events of disputes. */
    @Override
    public long epochDay() {
      return NO_DAY;
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.number(UNSUBSCRIBED_AT, unsubscribedAt);
      rows.number(RESUBSCRIBED_AT, resubscribedAt);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
