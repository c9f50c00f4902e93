package dev.hindsight.reports.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and money as a seller writes them: by language and country, in the seller's time
 * zone.
 *
 * @param datePattern of a whole date; the names in it are the locale's
 * @param dayPattern of a day and a month
 */
record Formats(Locale locale, ZoneId zone, String datePattern, String dayPattern) {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final MathContext ROUGHLY = new MathContext(2, RoundingMode.HALF_UP);

  static Formats of(Phrases phrases, Locale locale, @Nullable String timeZone) {
    return new Formats(
        locale, zoneOf(timeZone), phrases.text("format.date"), phrases.text("format.day"));
  }

  static ZoneId zoneOf(@Nullable String timeZone) {
    if (timeZone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC; // a zone that nobody knows must not cost the seller the report
    }
  }

  String count(long count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** A number that was never counted: one decimal below three, none above. */
  String expected(double expected) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(Math.abs(expected) < 2.95 ? 1 : 0);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(expected + 0.0);
  }

  /** Such as {@code 1.5 %}. */
  String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(share);
  }

  /** Such as {@code 28 February 2026}. */
  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(datePattern, locale).format(date);
  }

  /** Such as {@code 26 Feb}: the day that it was where the seller is. */
  String day(Instant instant) {
    return DateTimeFormatter.ofPattern(dayPattern, locale).format(instant.atZone(zone));
  }

  /** Such as {@code Feb}. */
  String month(LocalDate month) {
    return DateTimeFormatter.ofPattern("LLL", locale).format(month);
  }

  String dayOfWeek(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** Such as {@code €1,240.50}, with the code where a symbol would name several currencies. */
  String money(BigDecimal amount, String currency) {
    NumberFormat format = priced(currency);
    if (format == null) {
      return Excerpt.of(currency, 12) + NO_BREAK_SPACE + decimal(amount);
    }
    int decimals = format.getMinimumFractionDigits();
    format.setMaximumFractionDigits(Math.max(decimals, amount.stripTrailingZeros().scale()));
    return format.format(amount);
  }

  /** An amount that was never counted: two digits that say something. */
  String roughMoney(BigDecimal amount, String currency) {
    BigDecimal rough = amount.setScale(0, RoundingMode.HALF_UP).round(ROUGHLY);
    NumberFormat format = priced(currency);
    if (format == null) {
      return Excerpt.of(currency, 12) + NO_BREAK_SPACE + decimal(rough);
    }
    format.setMaximumFractionDigits(0);
    return format.format(rough);
  }

  private String decimal(BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(4);
    return format.format(amount);
  }

  private @Nullable NumberFormat priced(String code) {
    try {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      Currency currency = Currency.getInstance(code);
      format.setCurrency(currency);
      int decimals = currency.getDefaultFractionDigits();
      if (decimals < 0) {
        return null; // such as XXX, no currency at all
      }
      format.setMinimumFractionDigits(decimals);
      format.setMaximumFractionDigits(decimals);
      return format;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
