package dev.hindsight.reports.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and money as a seller writes them: by language, in the seller's time zone. */
record Formats(Locale locale, ZoneId zone) {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final int UNKNOWN_CURRENCY_DECIMALS = 2;

  static Formats of(Locale locale, @Nullable String timeZone) {
    return new Formats(locale, zoneOf(timeZone));
  }

  private static ZoneId zoneOf(@Nullable String timeZone) {
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
    format.setMaximumFractionDigits(expected < 2.95 ? 1 : 0);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(expected);
  }

  /** Such as {@code 28 February 2026}. */
  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
  }

  /** Such as {@code 26 Feb}: the day that it was where the seller is. */
  String day(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM", locale).format(instant.atZone(zone));
  }

  /** Such as {@code Feb}. */
  String month(LocalDate month) {
    return DateTimeFormatter.ofPattern("LLL", locale).format(month);
  }

  /** Such as {@code EUR 1,240.50}: the code, because a dollar sign names many currencies. */
  String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    int decimals = decimals(currency);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(Math.max(decimals, amount.stripTrailingZeros().scale()));
    return Excerpt.of(currency, 12) + NO_BREAK_SPACE + format.format(amount);
  }

  private static int decimals(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return UNKNOWN_CURRENCY_DECIMALS;
    }
  }
}
