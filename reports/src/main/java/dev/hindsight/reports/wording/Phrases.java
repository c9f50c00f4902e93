package dev.hindsight.reports.wording;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences of one language, from the bundle {@code reports_<language>.properties}. A key that
 * the bundle lacks fails loudly.
 */
final class Phrases {
  /** The languages that reports are written in. */
  static final List<String> LANGUAGES = List.of("en", "pt", "es", "de");

  private static final String BUNDLE = "dev.hindsight.reports.wording.reports";
  private static final ResourceBundle.Control THAT_LANGUAGE_ONLY =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Phrases(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  static boolean isSpoken(Locale locale) {
    return LANGUAGES.contains(locale.getLanguage());
  }

  static Phrases of(Locale locale) {
    return new Phrases(locale, ResourceBundle.getBundle(BUNDLE, locale, THAT_LANGUAGE_ONLY));
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
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
