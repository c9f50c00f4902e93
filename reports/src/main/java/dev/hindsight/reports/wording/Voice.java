package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** In whose name, in which language and in which formats a report speaks to its seller. */
record Voice(String marketplaceName, Phrases phrases, Formats formats) {
  private static final int NAME_LENGTH = 60;
  private static final int LABEL_LENGTH = 60;
  private static final int NUMBER_LENGTH = 40;
  private static final int TEXT_LENGTH = 600;

  static Voice to(SellerReport report, String marketplaceName) {
    Locale locale = Locale.ENGLISH;
    return new Voice(
        Excerpt.of(marketplaceName, NAME_LENGTH),
        Phrases.of(locale),
        Formats.of(locale, report.timeZone()));
  }

  String say(String key, Object... values) {
    return phrases.say(key, values);
  }

  /** A usual range in words: {@code 6 to 19}, {@code at most 3}, {@code none}. */
  String range(long low, long high) {
    if (high == 0) {
      return say("range.none");
    }
    return low == 0 ? say("range.upTo", high) : say("range.both", low, high);
  }

  /** The usual range of a comparison that has one. */
  String range(Comparison comparison) {
    Long low = comparison.usualLow();
    Long high = comparison.usualHigh();
    return range(low == null ? 0 : low, high == null ? 0 : high);
  }

  /** The expected number of a comparison that has one. */
  String expected(Comparison comparison) {
    Double expected = comparison.expectedCount();
    return formats.expected(expected == null ? 0 : expected);
  }

  static long days(SellerReport report) {
    return ChronoUnit.DAYS.between(report.windowStartDate(), report.windowEndDate()) + 1;
  }

  static String name(String name) {
    return Excerpt.of(name, NAME_LENGTH);
  }

  static String label(String label) {
    return Excerpt.of(label, LABEL_LENGTH);
  }

  static String number(String number) {
    return Excerpt.of(number, NUMBER_LENGTH);
  }

  static String text(String text) {
    return Excerpt.of(text, TEXT_LENGTH);
  }
}
