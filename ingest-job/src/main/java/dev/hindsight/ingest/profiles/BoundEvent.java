package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the feed as it is made from the rows of one file.
 *
 * @param filledCount how many of the feed's columns, from the first, every row needs
 * @param suffix of the event's id, where it is made from the dispute's; absent where it is not
 * @param time what the source has for the time of the event
 * @param names what problems call the feed's columns
 */
record BoundEvent(
    int filledCount,
    String name,
    @Nullable String suffix,
    List<Condition.Bound> when,
    BoundColumns columns,
    CellText time,
    List<SourceName> names) {
  private static final FeedColumns EVENT_COLUMNS = Feed.DISPUTE_EVENTS.columns();
  private static final String EVENT_ID = "event_id";
  private static final int EVENT_ID_PLACE = EVENT_COLUMNS.place(EVENT_ID);
  private static final int DISPUTE_ID = EVENT_COLUMNS.place("dispute_id");
  private static final int OCCURRED_AT = EVENT_COLUMNS.place("occurred_at");

  static BoundEvent of(RowPlan row, EventPlan event, SourceColumns source) {
    BoundColumns own = BoundColumns.of(row.feed(), event.columns(), source);
    boolean hasId = event.fills(EVENT_ID) || sharesId(row);
    return new BoundEvent(
        filledCount(row),
        event.name(),
        hasId ? null : "-" + event.name(),
        event.when().stream().map(condition -> condition.bind(source)).toList(),
        own,
        time(row, own, source),
        own.names(sharedNames(row, source)));
  }

  /** The one row that a row of the source is. */
  static BoundEvent alone(RowPlan row, SourceColumns source) {
    List<SourceName> names = sharedNames(row, source);
    return new BoundEvent(
        filledCount(row), "", null, List.of(), BoundColumns.NONE, line -> null, names);
  }

  private static CellText time(RowPlan row, BoundColumns own, SourceColumns source) {
    BoundColumns shared = BoundColumns.of(row.feed(), row.columns(), source);
    return own.at(OCCURRED_AT)
        .or(() -> shared.at(OCCURRED_AT))
        .map(BoundColumn::text)
        .orElse(line -> null);
  }

  private static int filledCount(RowPlan row) {
    return row.feed().columns().filled().size();
  }

  private static boolean sharesId(RowPlan row) {
    return row.columns().stream().anyMatch(plan -> plan.column().equals(EVENT_ID));
  }

  private static List<SourceName> sharedNames(RowPlan row, SourceColumns source) {
    List<SourceName> feedNames =
        row.feed().columns().all().stream().map(column -> new SourceName(column, false)).toList();
    return BoundColumns.of(row.feed(), row.columns(), source).names(feedNames);
  }

  boolean holds(RowDraft draft) {
    return ProfileMapping.allHold(when, draft);
  }

  /** Fills the draft, and notes what is missing. */
  void fill(RowDraft draft) {
    columns.fill(draft);
    String dispute = suffix == null ? null : draft.cell(DISPUTE_ID);
    if (dispute != null) {
      draft.put(EVENT_ID_PLACE, dispute + suffix);
    }
    for (int place = 0; place < filledCount; place++) { // the filled columns come first
      boolean isDerived = suffix != null && place == EVENT_ID_PLACE;
      if (draft.lacks(place) && !isDerived) {
        draft.addMissing(names.get(place), "every row needs it");
      }
    }
  }

  /** When the event happened, as the draft has it. */
  @Nullable String occurredAt(RowDraft draft) {
    return draft.cell(OCCURRED_AT);
  }

  /** The time of the event as the source has it. */
  String timeText(CsvRow row) {
    return String.valueOf(time.of(row));
  }

  /** What problems call the time of the event. */
  SourceName timeName() {
    return names.get(OCCURRED_AT);
  }
}
