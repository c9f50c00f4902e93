package dev.hindsight.reports.overview;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as the page writes them. */
public final class Figures {
  /** What stands where nothing is known. */
  public static final String UNKNOWN = "–";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final double HOURS_OF_DAY = 24;
  private static final double LONGEST_IN_HOURS = 48;

  private Figures() {}

  public static String count(long count) {
    return format("#,##0", count);
  }

  /** A count of something whose plural ends in s; "no" of none. */
  public static String counted(long count, String noun) {
    return (count == 0 ? "no" : count(count)) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A count with its sign. */
  public static String change(long change) {
    return format("+#,##0;−#,##0", change);
  }

  /** One decimal place. */
  public static String tenths(@Nullable Double number) {
    return number == null ? UNKNOWN : format("#,##0.0", number);
  }

  /** Two decimal places. */
  public static String hundredths(double number) {
    return format("0.00", number);
  }

  /** A share as a percentage. */
  public static String percent(@Nullable Double share) {
    return share == null ? UNKNOWN : format("#,##0.0", 100 * share) + " %";
  }

  /** One number of another as a percentage. */
  public static String percent(long part, long whole) {
    return whole == 0 ? UNKNOWN : percent((double) part / whole);
  }

  /** A difference of shares in percentage points, with its sign. */
  public static String points(@Nullable Double difference) {
    return difference == null ? UNKNOWN : format("+0.0;−0.0", 100 * difference);
  }

  /** A probability; tiny ones only as such. */
  public static String probability(@Nullable Double probability) {
    if (probability == null) {
      return UNKNOWN;
    }
    return probability < 0.0001 ? "under 0.0001" : format("0.0###", probability);
  }

  /** Whole units of a currency. */
  public static String money(BigDecimal amount, @Nullable String currency) {
    String number = format("#,##0", amount);
    return currency == null ? number : currency + " " + number;
  }

  /** A time: hours, or days where it is long. */
  public static String time(double hours) {
    return hours < LONGEST_IN_HOURS
        ? format("#,##0.0", hours) + " h"
        : format("#,##0.0", hours / HOURS_OF_DAY) + " days";
  }

  public static String month(LocalDate month) {
    return MONTH.format(month);
  }

  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** A constant's name as words: {@code SELLER_REPLIED} is "seller replied". */
  static String words(String constant) {
    return constant.replace('_', ' ').toLowerCase(Locale.ENGLISH);
  }

  private static String format(String pattern, Number number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
        .format(number);
  }
}
