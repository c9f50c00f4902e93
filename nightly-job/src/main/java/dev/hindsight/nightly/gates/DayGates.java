package dev.hindsight.nightly.gates;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges the last days of a feed: whether a day has nothing, far too little or far too much.
 *
 * @param asOfDate the newest day
 */
record DayGates(CountedFeed feed, DailyHistory history, LocalDate asOfDate, GateBounds bounds) {
  /** Days that are judged at most, the as-of date included. */
  static final int MOST_DAYS = 28;

  /** By chance, a gate stops a night of an ordinary marketplace once in some thousand. */
  private static final double CHANCE = 1e-4;

  /** What is less is never too much. */
  private static final long FEW = 50;

  /** What speaks against the days from the first one to the as-of date. */
  List<Finding> findings(LocalDate first) {
    List<Finding> findings = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(asOfDate); day = day.plusDays(1)) {
      finding(day).ifPresent(findings::add);
    }
    return findings;
  }

  /** Whether there are weeks enough to judge the as-of date. */
  boolean isTold() {
    return history.usual(asOfDate, 0).isPresent();
  }

  private Optional<Finding> finding(LocalDate day) {
    int age = (int) (asOfDate.toEpochDay() - day.toEpochDay());
    long count = history.count(day);
    return history
        .usual(day, age)
        .flatMap(usual -> gate(count, usual).map(gate -> finding(gate, day, count, usual)));
  }

  private Optional<Gate> gate(long count, UsualCount usual) {
    boolean isFallen =
        count < bounds.fall() * usual.mean() && usual.probabilityOfAtMost(count) < CHANCE;
    if (isFallen) {
      return Optional.of(count == 0 ? Gate.MISSING_DAY : Gate.DAILY_COUNTS);
    }
    boolean isRisen =
        count >= FEW
            && count > bounds.rise() * usual.mean()
            && usual.probabilityOfAtLeast(count) < CHANCE;
    return isRisen ? Optional.of(Gate.DAILY_COUNTS) : Optional.empty();
  }

  private Finding finding(Gate gate, LocalDate day, long count, UsualCount usual) {
    int age = (int) (asOfDate.toEpochDay() - day.toEpochDay());
    List<Long> before = history.weekdaysBefore(day, age);
    return new Finding(
        gate,
        day,
        String.format(
            Locale.ROOT,
            "%s has %s %s where about %,.0f are usual (the %d %ss before: %s)",
            day,
            count == 0 ? "no" : String.format(Locale.ROOT, "%,d", count),
            feed.title(),
            usual.mean(),
            before.size(),
            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            before.stream()
                .map(past -> String.format(Locale.ROOT, "%,d", past))
                .collect(joining(" "))));
  }
}
