package dev.hindsight.nightly.gates;

import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a feed had on each of the last days. A past day counts as it was known when it was as old as
 * the day that it is compared with: a source that always comes late is late, not missing.
 *
 * @param start the feed's first day ever; absent where it has none
 * @param known counts by day, as the candidate knows them
 * @param atAge counts by age and day, as versions of then knew them
 */
record DailyHistory(
    @Nullable LocalDate start,
    Map<LocalDate, Long> known,
    Map<Integer, Map<LocalDate, Long>> atAge) {

  /** Beyond it a day is taken to be complete. */
  private static final int OLDEST_AGE = 6;

  private static final int WEEK = 7;

  /** A day that a version has no row of had nothing then. */
  private static final String AT_AGE =
      """
      WITH past AS (FROM read_parquet([%s], hive_partitioning = false)),
        asked AS (
          SELECT as_of_date, unnest(range(%d + 1)) AS age FROM (SELECT DISTINCT as_of_date FROM past))
      SELECT asked.as_of_date, age, coalesce(%s, 0)
      FROM asked LEFT JOIN past
        ON past.as_of_date = asked.as_of_date
        AND counted_date = asked.as_of_date - CAST(age AS INTEGER)""";

  /** The first day that any judged day is compared with. */
  static LocalDate firstDay(LocalDate asOfDate) {
    return asOfDate.minusDays(DayGates.MOST_DAYS + (long) WEEK * UsualCount.MOST_WEEKS);
  }

  /**
   * Reads it.
   *
   * @param marts the candidate's
   * @param pastCounts the files of {@code daily_counts} of past versions, one a date
   */
  static DailyHistory of(
      CountedFeed feed, LakeDatabase marts, LocalDate asOfDate, List<Path> pastCounts)
      throws IOException {
    String column = feed.column().name();
    Map<LocalDate, Long> known = new HashMap<>();
    for (List<@Nullable Object> row :
        Rows.of(
            marts,
            "SELECT counted_date, %s FROM daily_counts WHERE counted_date >= DATE '%s'"
                .formatted(column, firstDay(asOfDate)))) {
      Optional.ofNullable(Rows.date(row, 0)).ifPresent(day -> known.put(day, Rows.number(row, 1)));
    }
    LocalDate start =
        Rows.date(
            Rows.of(
                    marts,
                    "SELECT min(counted_date) FROM daily_counts WHERE %s > 0".formatted(column))
                .get(0),
            0);
    return new DailyHistory(start, known, atAge(marts, column, pastCounts));
  }

  private static Map<Integer, Map<LocalDate, Long>> atAge(
      LakeDatabase marts, String column, List<Path> pastCounts) throws IOException {
    Map<Integer, Map<LocalDate, Long>> counts = new HashMap<>();
    if (pastCounts.isEmpty()) {
      return counts;
    }
    String files =
        pastCounts.stream()
            .map(file -> "'%s'".formatted(file.toString().replace("'", "''")))
            .collect(Collectors.joining(", "));
    for (List<@Nullable Object> row : Rows.of(marts, AT_AGE.formatted(files, OLDEST_AGE, column))) {
      int age = (int) Rows.number(row, 1);
      Optional.ofNullable(Rows.date(row, 0))
          .ifPresent(
              asOf ->
                  counts
                      .computeIfAbsent(age, unseen -> new HashMap<>())
                      .put(asOf.minusDays(age), Rows.number(row, 2)));
    }
    return counts;
  }

  /** What the candidate says of a day. */
  long count(LocalDate day) {
    return known.getOrDefault(day, 0L);
  }

  /** The same weekday in the weeks before a day of that age, the latest first. */
  List<Long> weekdaysBefore(LocalDate day, int age) {
    return IntStream.rangeClosed(1, UsualCount.MOST_WEEKS)
        .mapToObj(weeks -> day.minusDays((long) WEEK * weeks))
        .filter(past -> start != null && !past.isBefore(start))
        .map(past -> countAtAge(past, age))
        .toList();
  }

  /** What is usual on a day of that age; absent while there are too few weeks to tell. */
  Optional<UsualCount> usual(LocalDate day, int age) {
    List<Long> weekdays = weekdaysBefore(day, age);
    if (weekdays.size() < UsualCount.FEWEST_WEEKS) {
      return Optional.empty();
    }
    List<List<Long>> others =
        IntStream.range(1, WEEK)
            .mapToObj(back -> weekdaysBefore(day.plusDays(WEEK - back), age))
            .toList();
    return Optional.of(UsualCount.of(weekdays, others));
  }

  private long countAtAge(LocalDate day, int age) {
    Map<LocalDate, Long> then = atAge.getOrDefault(age, Map.of());
    return then.getOrDefault(day, count(day));
  }
}
