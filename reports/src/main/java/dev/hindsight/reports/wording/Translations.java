package dev.hindsight.reports.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The playbook's texts in one language, found by the English text: one that the marketplace has
 * rewritten has no translation until somebody writes it.
 */
final class Translations {
  private static final Map<String, Translations> ALL =
      Phrases.LANGUAGES.stream()
          .filter(language -> !language.equals(Locale.ENGLISH.getLanguage()))
          .collect(Collectors.toMap(Function.identity(), Translations::read));

  private final Map<String, String> byEnglish;

  private Translations(Map<String, String> byEnglish) {
    this.byEnglish = byEnglish;
  }

  static Translations of(Locale locale) {
    return ALL.getOrDefault(locale.getLanguage(), new Translations(Map.of()));
  }

  /** The text in this language; absent where there is no translation of it. */
  @Nullable String of(String english) {
    return byEnglish.get(english);
  }

  Map<String, String> byEnglish() {
    return Map.copyOf(byEnglish);
  }

  private static Translations read(String language) {
    String name = "playbook_%s.csv".formatted(language);
    try (InputStream file = Objects.requireNonNull(Translations.class.getResourceAsStream(name));
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      return new Translations(
          format.parse(text).stream()
              .collect(
                  Collectors.toMap(
                      (CSVRecord line) -> line.get(Locale.ENGLISH.getLanguage()),
                      line -> line.get(language))));
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled %s cannot be read".formatted(name), e);
    }
  }
}
