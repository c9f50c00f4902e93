package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.feeds.Feed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns of the feed as they are filled from one file. */
record BoundColumns(List<Placed> columns) {
  static final BoundColumns NONE = new BoundColumns(List.of());

  /** A column and its place in the feed. */
  record Placed(int place, BoundColumn column) {}

  static BoundColumns of(Feed feed, List<ColumnPlan> plans, SourceColumns source) {
    return new BoundColumns(
        plans.stream()
            // The amount comes last: its minor units depend on the currency.
            .sorted(Comparator.comparing(plan -> plan.column().equals("amount")))
            .map(plan -> new Placed(feed.columns().place(plan.column()), plan.bind(source)))
            .toList());
  }

  void fill(RowDraft draft) {
    for (Placed placed : columns) {
      draft.fill(placed.place(), placed.column());
    }
  }

  /** The column at a place of the feed; absent when it is not filled. */
  Optional<BoundColumn> at(int place) {
    return columns.stream()
        .filter(placed -> placed.place() == place)
        .map(Placed::column)
        .findFirst();
  }

  /** What problems call each column of the feed; columns that are not filled keep their names. */
  List<SourceName> names(List<SourceName> others) {
    return IntStream.range(0, others.size())
        .mapToObj(place -> at(place).map(BoundColumn::name).orElse(others.get(place)))
        .toList();
  }
}
