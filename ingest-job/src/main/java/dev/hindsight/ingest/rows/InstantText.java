package dev.hindsight.ingest.rows;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO-8601 instants. The usual form, whole seconds with an offset, is read by hand, which is
 * several times faster; every other form goes to {@code java.time}.
 */
final class InstantText {
  private static final int SECONDS_END = 19;
  private static final int DAY_SECONDS = 86_400;

  private InstantText() {}

  static @Nullable Instant parse(String text) {
    Instant usual = usual(text);
    if (usual != null) {
      return usual;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether it would be an instant if it had an offset. */
  static boolean lacksOffset(String text) {
    return parse(text + "Z") != null || parse(text + "T00:00:00Z") != null;
  }

  private static @Nullable Instant usual(String text) {
    if (text.length() <= SECONDS_END || !hasSeparators(text)) {
      return null;
    }
    int offset = offsetSeconds(text);
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    boolean isDate = year > 0 && month > 0 && month <= 12 && day > 0;
    boolean isTime = isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 60);
    if (offset == Integer.MIN_VALUE
        || !isDate
        || !isTime
        || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
      return null;
    }
    long days = epochDay(year, month, day);
    return Instant.ofEpochSecond(
        days * DAY_SECONDS + hour * 3_600L + minute * 60L + second - offset);
  }

  /**
   * Days since 1970 of a date of the Gregorian calendar: years begin in March, so that the day that
   * some have and some have not is the last.
   */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int marchMonth = month > 2 ? month - 3 : month + 9;
    int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
    return 365L * marchYear
        + marchYear / 4
        - marchYear / 100
        + marchYear / 400
        + dayOfYear
        - 719_468;
  }

  private static boolean hasSeparators(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** Seconds east of UTC, or the smallest integer when it is not one of the usual forms. */
  private static int offsetSeconds(String text) {
    char sign = text.charAt(SECONDS_END);
    if (sign == 'Z' && text.length() == SECONDS_END + 1) {
      return 0;
    }
    boolean hasForm = text.length() == SECONDS_END + 6 && text.charAt(SECONDS_END + 3) == ':';
    if (!hasForm || (sign != '+' && sign != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, SECONDS_END + 1, SECONDS_END + 3);
    int minutes = number(text, SECONDS_END + 4, SECONDS_END + 6);
    if (!isBelow(hours, 18) || !isBelow(minutes, 60)) {
      return Integer.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
  }

  private static boolean isBelow(int number, int limit) {
    return number >= 0 && number < limit;
  }

  /** The digits' number; negative when they are not digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
