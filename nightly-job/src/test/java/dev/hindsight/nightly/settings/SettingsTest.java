package dev.hindsight.nightly.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.settings.Settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final List<String> KEYS =
      List.of("lake", "landing", "marketplace-name", "reject-share");

  private final Path folder;

  SettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theEnvironmentComesBeforeTheFile() throws IOException {
    Path file = file("lake: /from/file");
    Settings settings =
        Settings.load(file, KEYS, Map.of("HINDSIGHT_LAKE", "/from/environment"), Map.of());

    assertThat(settings.find("lake")).contains(new Setting("/from/environment", "HINDSIGHT_LAKE"));
  }

  @Test
  void theFileComesBeforeTheLaunchersFallback() throws IOException {
    Path file = file("landing: /from/file");
    Settings settings = Settings.load(file, KEYS, Map.of(), Map.of("landing", "/from/launcher"));

    assertThat(settings.find("landing")).contains(new Setting("/from/file", file.toString()));
  }

  @Test
  void theLaunchersFallbackComesBeforeNothing() throws IOException {
    Settings settings =
        Settings.load(file(""), KEYS, Map.of(), Map.of("landing", "/from/launcher"));

    assertThat(settings.find("landing"))
        .contains(new Setting("/from/launcher", "default of this checkout"));
    assertThat(settings.find("lake")).isEmpty();
  }

  @Test
  void dashesAreUnderscoresInTheEnvironment() throws IOException {
    Settings settings =
        Settings.load(file(""), KEYS, Map.of("HINDSIGHT_MARKETPLACE_NAME", "Bazaar"), Map.of());

    assertThat(settings.find("marketplace-name").map(Setting::value)).contains("Bazaar");
  }

  @Test
  void variablesThatAreNoSettingsAreToldAtOnceWithTheNearest() {
    Map<String, String> environment =
        Map.of("HINDSIGHT_LAEK", "/data", "HINDSIGHT_REJECTSHARE", "0.02", "PATH", "/bin");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> Settings.load(file(""), KEYS, environment, Map.of()))
        .withMessage(
            """
            HINDSIGHT_LAEK is no setting; did you mean HINDSIGHT_LAKE?
            HINDSIGHT_REJECTSHARE is no setting; did you mean HINDSIGHT_REJECT_SHARE?""");
  }

  @Test
  void optionsForJavaAreTheLaunchers() throws IOException {
    Map<String, String> environment = Map.of("HINDSIGHT_JAVA_OPTS", "-Xmx1g");

    assertThat(Settings.load(file(""), KEYS, environment, Map.of()).find("lake")).isEmpty();
  }

  @Test
  void anEmptyVariableSetsNothing() throws IOException {
    Settings settings =
        Settings.load(file("lake: /from/file"), KEYS, Map.of("HINDSIGHT_LAKE", ""), Map.of());

    assertThat(settings.find("lake").map(Setting::value)).contains("/from/file");
  }

  @Test
  void aKeyWithoutValueSetsNothing() throws IOException {
    Settings settings = Settings.load(file("lake:\nlanding: ~"), KEYS, Map.of(), Map.of());

    assertThat(settings.find("lake")).isEmpty();
    assertThat(settings.find("landing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no", "007", "1e3", "0.010", "2026-06-30", "12:30", "true", "0x1F"})
  void aValueIsTheTextThatWasWritten(String text) throws IOException {
    Settings settings = Settings.load(file("marketplace-name: " + text), KEYS, Map.of(), Map.of());

    assertThat(settings.find("marketplace-name").map(Setting::value)).contains(text);
  }

  @Test
  void anUnknownKeyNamesTheNearest() throws IOException {
    Path file = file("landin: /data");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessage("%s: landin is no setting; did you mean landing?", file);
  }

  @Test
  void allProblemsOfAFileAreToldAtOnce() throws IOException {
    Path file =
        file(
            """
            lak: /data/lake
            landing: [/a, /b]
            marketplace-name: {en: Bazaar}
            rejectshare: 0.02
            """);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessage(
            """
            %1$s: lak is no setting; did you mean lake?
            %1$s: landing takes one value, not a list or a map
            %1$s: marketplace-name takes one value, not a list or a map
            %1$s: rejectshare is no setting; did you mean reject-share?"""
                .formatted(file));
  }

  @Test
  void brokenYamlNamesFileAndLine() throws IOException {
    Path file = file("lake: /data/lake\nlanding: 'never closed\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessageStartingWith(file + ":3: ")
        .withMessageEndingWith("; write lines such as lake: ./lake");
  }

  @Test
  void aKeyMustNotBeSetTwice() throws IOException {
    Path file = file("lake: /first\nlake: /second\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessage("%s:2: found duplicate key lake; write lines such as lake: ./lake", file);
  }

  @Test
  void aFileWithControlCharactersIsRefusedInOneLine() throws IOException {
    Path file = file("lake: /data\u0000/lake");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessageStartingWith(file + ": ")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aFileOfMereTextHoldsNoSettings() throws IOException {
    Path file = file("just a sentence");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessage("%s: holds no settings; write lines such as lake: ./lake", file);
  }

  @Test
  void aNamedFileMustBeThere() {
    Path missing = folder.resolve("missing.yaml");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(missing))
        .withMessageStartingWith("Configuration file %s cannot be read (", missing);
  }

  @Test
  void aFolderIsNoFile() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(folder))
        .withMessageStartingWith("Configuration file %s cannot be read (", folder);
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("latin.yaml"), "marketplace-name: Märkte", StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(file))
        .withMessageStartingWith("Configuration file %s cannot be read (", file);
  }

  private static Settings load(Path file) {
    return Settings.load(file, KEYS, Map.of(), Map.of());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("hindsight.yaml"), content);
  }
}
