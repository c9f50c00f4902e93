package dev.hindsight.reports.overview;

import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.Trend;
import dev.hindsight.datasets.marts.TrendScope;
import dev.hindsight.reports.overview.EmergingProblems.Alarmed;
import dev.hindsight.reports.overview.EmergingProblems.Series;
import dev.hindsight.reports.overview.EmergingProblems.Week;
import dev.hindsight.reports.wording.CauseNames;
import dev.hindsight.reports.wording.Excerpt;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the series of {@code trends} with an alarm in the latest weeks; reads the mart twice. */
final class WatchedSeries {
  static final int LATEST_WEEKS = 4;
  static final int MOST_ALARMS = 20;
  static final int MOST_SERIES = 6;
  static final int WEEKS_SHOWN = 26;
  private static final int NAME_LENGTH = 60;

  /** What of a row of {@code trends} is shown. */
  record Row(
      TrendScope scope,
      String scopeId,
      String cause,
      LocalDate weekStartDate,
      boolean isComplete,
      long disputedOrderCount,
      @Nullable Double expectedCount,
      @Nullable Alarm alarm) {
    Key key() {
      return new Key(scope, scopeId, cause);
    }

    double excess() {
      return disputedOrderCount - (expectedCount == null ? 0 : expectedCount);
    }
  }

  /** What tells series apart. */
  record Key(TrendScope scope, String scopeId, String cause) {}

  private static final Comparator<Row> MOST_EXCESS_FIRST =
      Comparator.comparing(Row::excess)
          .reversed()
          .thenComparing(Row::scope)
          .thenComparing(Row::scopeId)
          .thenComparing(Row::cause);

  private final List<Row> alarms = new ArrayList<>();
  private @Nullable LocalDate lastWeek;
  private @Nullable LocalDate latestWeek;
  private long seriesCount;
  private long seriesOfLatestWeek;

  static EmergingProblems of(Marts marts) throws IOException {
    WatchedSeries watched = new WatchedSeries();
    marts.read(Trend.CONTRACT, Row.class, watched::add);
    List<Row> alarmed = watched.alarmed();
    Map<Key, List<Row>> weeks = new LinkedHashMap<>();
    alarmed.stream().limit(MOST_SERIES).forEach(row -> weeks.put(row.key(), new ArrayList<>()));
    Map<String, String> names = new HashMap<>();
    if (!alarmed.isEmpty()) {
      marts.read(
          Trend.CONTRACT,
          Row.class,
          row -> weeks.getOrDefault(row.key(), new ArrayList<>()).add(row));
      alarmed.stream()
          .limit(MOST_ALARMS)
          .filter(row -> row.scope() == TrendScope.SELLER)
          .forEach(row -> names.put(row.scopeId(), row.scopeId()));
      marts.read(
          SellerReport.CONTRACT,
          FunnelSellers.Name.class,
          name -> {
            if (name.sellerName() != null) {
              names.replace(name.sellerId(), name.sellerName());
            }
          });
    }
    return watched.problems(alarmed, weeks, names);
  }

  void add(Row row) {
    if (row.isComplete() && (lastWeek == null || row.weekStartDate().isAfter(lastWeek))) {
      lastWeek = row.weekStartDate();
    }
    countSeries(row.weekStartDate());
    if (row.alarm() != null) {
      alarms.add(row);
    }
  }

  private void countSeries(LocalDate week) {
    if (latestWeek == null || week.isAfter(latestWeek)) {
      latestWeek = week;
      seriesOfLatestWeek = 0;
    }
    if (week.equals(latestWeek)) {
      seriesOfLatestWeek++;
    }
    seriesCount = seriesOfLatestWeek;
  }

  /** The latest alarm of each series that has one in the latest weeks. */
  List<Row> alarmed() {
    if (lastWeek == null) {
      return List.of();
    }
    LocalDate first = lastWeek.minusWeeks(LATEST_WEEKS - 1L);
    Map<Key, Row> latest = new HashMap<>();
    for (Row row : alarms) {
      if (!row.weekStartDate().isBefore(first)) {
        latest.merge(
            row.key(),
            row,
            (one, other) -> one.weekStartDate().isAfter(other.weekStartDate()) ? one : other);
      }
    }
    return latest.values().stream().sorted(MOST_EXCESS_FIRST).toList();
  }

  EmergingProblems problems(
      List<Row> alarmed, Map<Key, List<Row>> weeks, Map<String, String> names) {
    return new EmergingProblems(
        lastWeek,
        alarmed.stream()
            .limit(MOST_ALARMS)
            .map(
                row ->
                    new Alarmed(
                        whose(row.key(), names),
                        CauseNames.of(row.cause()),
                        row.weekStartDate(),
                        row.disputedOrderCount(),
                        row.expectedCount()))
            .toList(),
        alarmed.size(),
        weeks.entrySet().stream()
            .map(
                entry ->
                    new Series(
                        whose(entry.getKey(), names),
                        CauseNames.of(entry.getKey().cause()),
                        latest(entry.getValue())))
            .toList(),
        seriesCount);
  }

  private static List<Week> latest(List<Row> rows) {
    List<Row> complete =
        rows.stream()
            .filter(Row::isComplete)
            .sorted(Comparator.comparing(Row::weekStartDate))
            .toList();
    return complete.subList(Math.max(0, complete.size() - WEEKS_SHOWN), complete.size()).stream()
        .map(
            row ->
                new Week(
                    row.weekStartDate(),
                    row.disputedOrderCount(),
                    row.expectedCount(),
                    row.alarm() != null))
        .toList();
  }

  private static String whose(Key key, Map<String, String> names) {
    return switch (key.scope()) {
      case MARKETPLACE -> "The whole marketplace";
      case CATEGORY -> "Category " + Excerpt.of(key.scopeId(), NAME_LENGTH);
      case SELLER -> Excerpt.of(names.getOrDefault(key.scopeId(), key.scopeId()), NAME_LENGTH);
    };
  }
}
