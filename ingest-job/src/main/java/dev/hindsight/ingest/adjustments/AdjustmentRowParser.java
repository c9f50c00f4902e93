package dev.hindsight.ingest.adjustments;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.CopiedTexts;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.util.List;

/** Makes adjustments of an adjustment log's rows. */
public class AdjustmentRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.ADJUSTMENTS.columns();
  private static final int REASON = COLUMNS.place("reason");
  private static final int DECIDED_AT = COLUMNS.place("decided_at");

  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, Adjustment.CONTRACT);

  private final RowOrigin origin;

  public AdjustmentRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    cells.requireLabel(REASON);
    long decidedAt = cells.instant(DECIDED_AT, origin.happened());
    return new AcceptedObjection(row, origin.batchNumber(), cells.problems(), decidedAt);
  }

  /** An adjustment; its numbers are as the contract's columns have them. */
  private record AcceptedObjection(
      FeedRow row, int batchNumber, List<Problem> problems, long decidedAt) implements ParsedRow {
    private static final int DECIDED_AT = place(Adjustment.DECIDED_AT);
    private static final int BATCH_NUMBER = place(Adjustment.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(Adjustment.LINE_NUMBER);

    private static int place(Field field) {
      return Adjustment.CONTRACT.place(field);
    }

    /** None: a day of the marketplace is one with orders or events of disputes. */
    @Override
    public long epochDay() {
      return NO_DAY;
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.number(DECIDED_AT, decidedAt);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
