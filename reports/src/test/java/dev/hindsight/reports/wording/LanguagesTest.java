package dev.hindsight.reports.wording;

import static dev.hindsight.reports.SellerReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.reports.Showcase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)(,number)?");

  @ParameterizedTest
  @ValueSource(strings = {"pt", "es", "de"})
  void everyLanguageHasTheSameKeysWithTheSameArguments(String language) {
    assertThat(arguments(language)).isEqualTo(arguments("en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt", "es", "de"})
  void everyPatternCanBeFormatted(String language) {
    phrases(language)
        .forEach(
            (key, text) ->
                assertThat(
                        key.startsWith("format.")
                            ? text
                            : new MessageFormat(text, Locale.forLanguageTag(language))
                                .format(new Object[] {2, 2, 2, 2, 2, 2}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "es", "de"})
  void noSentenceIsLeftInEnglish(String language) {
    Map<String, String> english = phrases("en");

    phrases(language)
        .forEach(
            (key, text) -> {
              if (text.replaceAll("\\{[^}]*}", "").matches(".*\\p{L}{3,} .*\\p{L}{3,}.*")) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
              }
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pt-BR | pt-BR | Mais ou menos tantas disputas quanto vendedores semelhantes.
          pt_BR | pt-BR | Mais ou menos tantas disputas quanto vendedores semelhantes.
          es    | es    | Más o menos tantas disputas como vendedores similares.
          de-AT | de-AT | Etwa so viele Streitfälle wie bei ähnlichen Verkäufern.
          it-IT | en-GB | About as many disputes as similar sellers.
          x     | en-GB | About as many disputes as similar sellers.
                | en-GB | About as many disputes as similar sellers.
          """)
  void aSellerIsSpokenToInTheOwnLanguageElseInTheMarketplaces(
      String locale, String language, String headline) {
    ReportPage page =
        new SellerWording(new Marketplace("Norte", Locale.UK, null, null))
            .of(aReport().locale(locale).build());

    assertThat(page.language()).isEqualTo(language);
    assertThat(page.opening().headline()).isEqualTo(headline);
  }

  @Test
  void adviceWithoutATranslationStandsInEnglishAndSaysSo() {
    Voice german = Voice.to(aReport().locale("de-DE").build(), Marketplace.named("Norte"));

    assertThat(german.passage("Our own rule.").language()).isEqualTo("en");
    assertThat(german.passage("Our own rule.").text()).isEqualTo("Our own rule.");
    assertThat(german.passage("Packing record with scans.").language()).isNull();
    assertThat(german.passage("Packing record with scans.").text())
        .isEqualTo("Packprotokoll mit Scans.");
  }

  @Test
  void everyLanguageTranslatesTheSameAdvice() {
    Set<String> german = Translations.of(Locale.GERMAN).byEnglish().keySet();

    assertThat(Translations.of(Locale.forLanguageTag("pt")).byEnglish().keySet()).isEqualTo(german);
    assertThat(Translations.of(Locale.forLanguageTag("es")).byEnglish().keySet()).isEqualTo(german);
  }

  @Test
  void everyPlayIsTranslated() throws IOException {
    Set<String> texts = new TreeSet<>();
    for (CSVRecord play : lines("playbook/playbook.csv")) {
      texts.add(play.get("advice"));
      texts.add(play.get("evidence"));
    }

    assertThat(Translations.of(Locale.GERMAN).byEnglish().keySet())
        .containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void everyCauseHasItsNameInEveryLanguage() throws IOException {
    Phrases english = Phrases.of(Locale.ENGLISH);

    assertThat(lines("taxonomy/causes.csv"))
        .allSatisfy(
            cause ->
                assertThat(english.text("cause." + cause.get("cause")))
                    .isEqualTo(cause.get("label")));
  }

  /** A data file of the analysis, which hands reports its texts in English. */
  private static List<CSVRecord> lines(String file) throws IOException {
    Path data =
        Path.of("..", "analytics-job", "src", "main", "resources", "dev", "hindsight", "analytics");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Files.readString(data.resolve(file))))
        .getRecords();
  }

  @Test
  void aWholeReportReadsInOneLanguage() {
    String german =
        new SellerWording(Marketplace.named("Norte")).of(Showcase.bad("de-DE")).toString();

    assertThat(german)
        .contains("Was zuerst zu tun ist", "Verpacken Sie diesen Artikel auf eigene Art")
        .doesNotContainPattern("\\b(the|your|of|disputed|usually|likely)\\b");
  }

  private static Map<String, Set<String>> arguments(String language) {
    Map<String, Set<String>> arguments = new TreeMap<>();
    phrases(language)
        .forEach(
            (key, text) -> {
              Set<String> used = new TreeSet<>();
              ARGUMENT.matcher(text).results().forEach(found -> used.add(found.group(1)));
              arguments.put(key, used);
            });
    return arguments;
  }

  private static Map<String, String> phrases(String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "dev.hindsight.reports.wording.reports",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> phrases = new TreeMap<>();
    for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      phrases.put(key, bundle.getString(key));
    }
    return phrases;
  }
}
