package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerReport.Comparison;
import dev.hindsight.reports.wording.ReportPage.Passage;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In whose name, in which language and in which formats a report speaks to its seller. */
record Voice(Marketplace marketplace, Phrases phrases, Formats formats, Translations translations) {
  private static final int NAME_LENGTH = 60;
  private static final int LABEL_LENGTH = 60;
  private static final int NUMBER_LENGTH = 40;
  private static final int TEXT_LENGTH = 600;

  static Voice to(SellerReport report, Marketplace marketplace) {
    Locale locale = spoken(report.locale(), marketplace.locale());
    Phrases phrases = Phrases.of(locale);
    return new Voice(
        marketplace,
        phrases,
        Formats.of(phrases, locale, report.timeZone()),
        Translations.of(locale));
  }

  /** The seller's own where reports speak it, else the marketplace's. */
  private static Locale spoken(@Nullable String tag, Locale otherwise) {
    Locale own = localeOf(tag);
    return own != null && Phrases.isSpoken(own) ? own : otherwise;
  }

  /** The locale that a tag such as {@code pt-BR} or {@code pt_BR} names. */
  static @Nullable Locale localeOf(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-')).stripExtensions();
    return locale.getLanguage().isEmpty() ? null : locale;
  }

  Locale locale() {
    return formats.locale();
  }

  String marketplaceName() {
    return Excerpt.of(marketplace.name(), NAME_LENGTH);
  }

  String say(String key, Object... values) {
    return phrases.say(key, values);
  }

  /** A cause's name in the report's language; the mart's own where reports do not know it. */
  String cause(String cause, String label) {
    return Excerpt.of(phrases.textOr("cause." + cause, label), LABEL_LENGTH);
  }

  /** A text as it begins a line. */
  String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(locale()) + text.substring(first);
  }

  /**
   * A text of the mart in the report's language; in English, and saying so, where there is none.
   */
  Passage passage(String english) {
    String translated = translations.of(english);
    if (translated != null) {
      return new Passage(Excerpt.of(translated, TEXT_LENGTH), null);
    }
    boolean isEnglish = locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Passage(
        Excerpt.of(english, TEXT_LENGTH), isEnglish ? null : Locale.ENGLISH.getLanguage());
  }

  /** A range in words: {@code 6 to 19}, {@code at most 3}, {@code none}. */
  String range(long low, long high) {
    if (high == 0) {
      return say("range.none");
    }
    return low == 0 ? say("range.upTo", high) : say("range.both", count(low), count(high));
  }

  /** The usual range of a comparison that has one. */
  String range(Comparison comparison) {
    Long low = comparison.usualLow();
    Long high = comparison.usualHigh();
    return range(low == null ? 0 : low, high == null ? 0 : high);
  }

  String count(long count) {
    return formats.count(count);
  }

  /** The expected number of a comparison that has one. */
  String expected(Comparison comparison) {
    return expected(comparison.expectedCount());
  }

  String expected(@Nullable Double expected) {
    return formats.expected(expected == null ? 0 : expected);
  }

  static long days(SellerReport report) {
    return ChronoUnit.DAYS.between(report.windowStartDate(), report.windowEndDate()) + 1;
  }

  static String name(String name) {
    return Excerpt.of(name, NAME_LENGTH);
  }

  static String number(String number) {
    return Excerpt.of(number, NUMBER_LENGTH);
  }

  static String text(String text) {
    return Excerpt.of(text, TEXT_LENGTH);
  }
}
