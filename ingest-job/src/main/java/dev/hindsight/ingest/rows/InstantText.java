package dev.hindsight.ingest.rows;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO-8601 instants. The usual form, seconds or parts of them down to microseconds with an
 * offset, is read by hand, which is several times faster; every other form goes to {@code
 * java.time}.
 */
final class InstantText {
  /** What is not the usual form of an instant. */
  static final long UNUSUAL = Long.MIN_VALUE;

  private static final int SECONDS_END = 19;
  private static final int LONGEST_FRACTION = 6;
  private static final int DAY_SECONDS = 86_400;
  private static final int MICROS_PER_SECOND = 1_000_000;
  private static final int[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** What two bytes that are not digits come to: less than digits beside them can make good. */
  private static final int NOT_DIGITS = -10_000;

  private InstantText() {}

  static @Nullable Instant parse(String text) {
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

  /** Microseconds since 1970 of an instant in the usual form; {@link #UNUSUAL} of other texts. */
  static long micros(byte[] text, int start, int end) {
    if (end - start <= SECONDS_END || !hasSeparators(text, start)) {
      return UNUSUAL;
    }
    int year = 100 * two(text, start) + two(text, start + 2);
    int month = two(text, start + 5);
    int day = two(text, start + 8);
    int hour = two(text, start + 11);
    int minute = two(text, start + 14);
    int second = two(text, start + 17);
    boolean isDate = year > 0 && month > 0 && month <= 12 && day > 0;
    boolean isTime = isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 60);
    if (!isDate || !isTime || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
      return UNUSUAL;
    }
    long seconds = epochDay(year, month, day) * DAY_SECONDS + hour * 3_600L + minute * 60L + second;
    return onTime(seconds, text, start + SECONDS_END, end);
  }

  /** Takes what follows the seconds: their fraction, and the offset. */
  private static long onTime(long seconds, byte[] text, int from, int end) {
    int at = from;
    long micros = 0;
    if (text[at] == '.') {
      int digits = 0;
      for (at++; at < end && isDigit(text[at]) && digits <= LONGEST_FRACTION; at++, digits++) {
        micros = micros * 10 + (text[at] - '0');
      }
      if (digits == 0 || digits > LONGEST_FRACTION || at == end) {
        return UNUSUAL;
      }
      micros *= POWERS_OF_TEN[LONGEST_FRACTION - digits];
    }
    int offset = offsetSeconds(text, at, end);
    return offset == Integer.MIN_VALUE ? UNUSUAL : (seconds - offset) * MICROS_PER_SECOND + micros;
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

  private static boolean hasSeparators(byte[] text, int start) {
    return text[start + 4] == '-'
        && text[start + 7] == '-'
        && text[start + 10] == 'T'
        && text[start + 13] == ':'
        && text[start + 16] == ':';
  }

  /** Seconds east of UTC, or the smallest integer when it is not one of the usual forms. */
  private static int offsetSeconds(byte[] text, int from, int end) {
    byte sign = text[from];
    if (sign == 'Z' && end - from == 1) {
      return 0;
    }
    boolean hasForm = end - from == 6 && text[from + 3] == ':';
    if (!hasForm || (sign != '+' && sign != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = two(text, from + 1);
    int minutes = two(text, from + 4);
    if (!isBelow(hours, 18) || !isBelow(minutes, 60)) {
      return Integer.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
  }

  private static boolean isBelow(int number, int limit) {
    return number >= 0 && number < limit;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  /** The number that two digits are; {@link #NOT_DIGITS} where they are not. */
  private static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    boolean areDigits = (tens | ones | (9 - tens) | (9 - ones)) >= 0;
    return areDigits ? tens * 10 + ones : NOT_DIGITS;
  }
}
