package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport.Comparison;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A comparison in the cells of a table.
 *
 * @param expected what would be usual; a dash where nothing is known to be
 * @param range the usual range; a dash likewise
 */
public record ComparisonWords(
    String orders, String observed, String expected, String range, boolean isAbove) {
  private static final String UNKNOWN = "–";

  public static ComparisonWords of(long orderCount, Comparison comparison) {
    Locale locale = Locale.ENGLISH;
    Phrases phrases = Phrases.of(locale);
    Formats formats = Formats.of(phrases, locale, null);
    Voice voice = new Voice(Marketplace.named(""), phrases, formats, Translations.of(locale));
    Double expected = comparison.expectedCount();
    boolean hasRange = comparison.usualLow() != null && comparison.usualHigh() != null;
    return new ComparisonWords(
        phrases.say("count.orders", orderCount),
        formats.count(comparison.observedCount()),
        expected == null ? UNKNOWN : formats.expected(expected),
        hasRange ? voice.range(comparison) : UNKNOWN,
        Standing.isTelling(comparison) && Standing.within(comparison) == Standing.ABOVE);
  }

  /** A date in words. */
  public static String date(LocalDate date) {
    return Formats.of(Phrases.of(Locale.ENGLISH), Locale.ENGLISH, null).date(date);
  }
}
