package dev.hindsight.ingest.bounces;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Bounce;
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
import java.util.List;
import java.util.regex.Pattern;

/** Makes bounces of a bounce log's rows. */
public class BounceRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.BOUNCES.columns();
  private static final int EMAIL = COLUMNS.place("email");
  private static final int STATUS = COLUMNS.place("status");
  private static final int BOUNCED_AT = COLUMNS.place("bounced_at");
  private static final int REASON = COLUMNS.place("reason");

  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, Bounce.CONTRACT);

  /** RFC 3463, section 2: class, subject and detail. */
  private static final Pattern STATUS_CODE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  private final RowOrigin origin;

  public BounceRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    cells.requireAddress(EMAIL);
    checkStatus(cells);
    long bouncedAt = cells.instant(BOUNCED_AT, origin.happened());
    cells.requireLabel(REASON);
    return new ToldBounce(row, origin.batchNumber(), cells.problems(), bouncedAt);
  }

  private static void checkStatus(Cells cells) {
    String status = cells.text(STATUS);
    if (status != null && !STATUS_CODE.matcher(status).matches()) {
      cells.add(STATUS, Reason.NOT_A_STATUS_CODE);
    }
  }

  /** A bounce; its numbers are as the contract's columns have them. */
  private record ToldBounce(FeedRow row, int batchNumber, List<Problem> problems, long bouncedAt)
      implements ParsedRow {
    private static final int BOUNCED_AT = place(Bounce.BOUNCED_AT);
    private static final int BATCH_NUMBER = place(Bounce.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(Bounce.LINE_NUMBER);

    private static int place(Field field) {
      return Bounce.CONTRACT.place(field);
    }

    /** None: a day of the marketplace is one with orders or events of disputes. */
    @Override
    public long epochDay() {
      return NO_DAY;
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.number(BOUNCED_AT, bouncedAt);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
