package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.feeds.Feed;
import java.util.List;

/**
 * What a row of the source becomes.
 *
 * @param when all must hold, or the row is left out
 * @param columns those of every row of the feed
 * @param events none where a row of the source is a row of the feed
 * @param order names of events, none of which may be before the one named before it
 */
record RowPlan(
    Feed feed,
    List<Condition> when,
    List<ColumnPlan> columns,
    List<EventPlan> events,
    List<String> order) {

  RowPlan {
    when = List.copyOf(when);
    columns = List.copyOf(columns);
    events = List.copyOf(events);
    order = List.copyOf(order);
  }

  /** The same for one file. */
  ProfileMapping bind(CsvHeader header, SourceColumns source) {
    List<BoundEvent> bound =
        events.isEmpty()
            ? List.of(BoundEvent.alone(this, source))
            : events.stream().map(event -> BoundEvent.of(this, event, source)).toList();
    return new ProfileMapping(
        header,
        source,
        when.stream().map(condition -> condition.bind(source)).toList(),
        BoundColumns.of(feed, columns, source),
        bound,
        new EventOrder(order));
  }
}
