package dev.hindsight.reports.wording;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, from the bundle {@code reports_<language>.properties}. A key that
 * the bundle lacks fails loudly. Thread-safe; a sentence is parsed once for a locale.
 */
final class Phrases {
  /** The languages that reports are written in. */
  static final List<String> LANGUAGES = List.of("en", "pt", "es", "de");

  private static final String BUNDLE = "dev.hindsight.reports.wording.reports";
  private static final ResourceBundle.Control THAT_LANGUAGE_ONLY =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** More locales than sellers write; each has a few hundred parsed sentences. */
  private static final int MOST_KEPT = 50;

  private static final Map<Locale, Phrases> KEPT = new ConcurrentHashMap<>();

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> sentences = new ConcurrentHashMap<>();

  private Phrases(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  static boolean isSpoken(Locale locale) {
    return LANGUAGES.contains(locale.getLanguage());
  }

  static Phrases of(Locale locale) {
    return KEPT.size() < MOST_KEPT
        ? KEPT.computeIfAbsent(locale, Phrases::read)
        : Objects.requireNonNullElseGet(KEPT.get(locale), () -> read(locale));
  }

  private static Phrases read(Locale locale) {
    return new Phrases(locale, ResourceBundle.getBundle(BUNDLE, locale, THAT_LANGUAGE_ONLY));
  }

  String say(String key, Object... values) {
    MessageFormat sentence =
        sentences.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    synchronized (sentence) {
      return sentence.format(values);
    }
  }

  /** The text of a key as it stands in the bundle. */
  String text(String key) {
    return bundle.getString(key);
  }

  /** The text of a key that not every name has, or what stands for it. */
  String textOr(String key, String otherwise) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }
}
