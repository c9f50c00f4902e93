package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.settings.Settings;
import dev.hindsight.nightly.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SettingDefaultsTest {
  private static final List<String> SETTINGS =
      List.of(
          "account-note",
          "advice-holdout-salt",
          "advice-holdout-share",
          "case-url",
          "deliver",
          "encoding",
          "envelope-sender",
          "format",
          "gate-fall",
          "gate-missing-transactions",
          "gate-rise",
          "job-repository-url",
          "job-repository-user",
          "keep-hours",
          "keep-month-ends",
          "keep-nights",
          "lake",
          "landing",
          "list-id",
          "marketplace-name",
          "metrics-file",
          "outbox",
          "profiles",
          "reject-share",
          "reply-to",
          "report-locale",
          "report-weekday",
          "reporting-currency",
          "reporting-time-zone",
          "sender",
          "smtp-connect-timeout",
          "smtp-connections",
          "smtp-host",
          "smtp-port",
          "smtp-rate",
          "smtp-retries",
          "smtp-retry-wait",
          "smtp-security",
          "smtp-timeout",
          "smtp-user",
          "spark-conf",
          "spark-driver-memory",
          "spark-master",
          "unsubscribe-url",
          "window-days");

  private final Path file;

  SettingDefaultsTest(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("my.yaml"), "lake: /from/file\nwindow-days: 30\n");
  }

  @Test
  void settingsAreTheOptionsThatHoldBeyondOneInvocation() {
    assertThat(SettingDefaults.options(new CommandLine(new HindsightCommand())))
        .extracting(SettingDefaults::key)
        .containsExactlyElementsOf(SETTINGS);
  }

  @Test
  void theCommandLineComesFirst() {
    assertThat(lake(Map.of("HINDSIGHT_LAKE", "/from/environment"), "--lake", "/from/line"))
        .isEqualTo(Path.of("/from/line"));
  }

  @Test
  void thenTheEnvironment() {
    assertThat(lake(Map.of("HINDSIGHT_LAKE", "/from/environment")))
        .isEqualTo(Path.of("/from/environment"));
  }

  @Test
  void thenTheFile() {
    assertThat(lake(Map.of())).isEqualTo(Path.of("/from/file"));
  }

  @Test
  void thenTheDefault() {
    OptionSpec zone = parsed(Map.of(), "analyze").findOption("--reporting-time-zone");

    assertThat(String.valueOf(zone.<Object>getValue())).isEqualTo("UTC");
  }

  @Test
  void whatBelongsToOneInvocationIsNoSetting() {
    Map<String, String> environment = Map.of("HINDSIGHT_AS_OF", "2026-06-30");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> parsed(environment, "analyze"))
        .withMessageStartingWith("HINDSIGHT_AS_OF is no setting; did you mean ");
  }

  @Test
  void configPrintsEachValueAndWhereItCameFrom() {
    Captured run = Captured.run("config", "--config", file, "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .hasSize(1 + SETTINGS.size() + Settings.SECRETS.size())
        .startsWith("setting,setting_value,origin", "account-note,,default")
        .contains(
            "lake,/from/file," + file,
            "window-days,30," + file,
            "reporting-time-zone,UTC,default",
            "spark-master,local[*],default",
            "landing,,default",
            "smtp-password,,default",
            "job-repository-url,,default",
            "job-repository-password,,default");
  }

  private Path lake(Map<String, String> environment, String... words) {
    return parsed(environment, "analyze", words).findOption("--lake").getValue();
  }

  private CommandLine.Model.CommandSpec parsed(
      Map<String, String> environment, String command, String... words) {
    CommandLine program =
        new CommandLine(new HindsightCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    List<String> keys =
        SettingDefaults.options(program).stream().map(SettingDefaults::key).toList();
    program.setDefaultValueProvider(
        new SettingDefaults(Settings.load(file, keys, environment, Map.of())));
    String[] line = new String[words.length + 1];
    line[0] = command;
    System.arraycopy(words, 0, line, 1, words.length);
    return program.parseArgs(line).subcommand().commandSpec();
  }
}
