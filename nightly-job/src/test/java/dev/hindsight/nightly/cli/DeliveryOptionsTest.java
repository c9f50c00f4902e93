package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.night.DeliveryOrder;
import dev.hindsight.nightly.settings.Settings;
import dev.hindsight.nightly.settings.SettingsException;
import dev.hindsight.reports.MailSettings;
import dev.hindsight.reports.due.ReportCalendar;
import dev.hindsight.reports.smtp.SmtpSettings;
import dev.hindsight.reports.smtp.SmtpSettings.Login;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DeliveryOptionsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Path file;

  DeliveryOptionsTest(@TempDir Path folder) {
    file = folder.resolve("my.yaml");
  }

  @Test
  void byDefaultNothingIsSent() throws IOException {
    assertThat(order("", Map.of())).isEqualTo(DeliveryOrder.NONE);
  }

  @Test
  void everySettingIsTaken() throws IOException {
    String settings =
        """
        deliver: smtp
        smtp-host: smtp.mercado.test
        smtp-port: 2525
        smtp-user: reports
        smtp-security: tls
        smtp-connect-timeout: 1
        smtp-timeout: 2
        smtp-connections: 3
        smtp-rate: 4
        smtp-retries: 5
        smtp-retry-wait: 6
        envelope-sender: bounces@mercado.test
        list-id: reports.mercado.test
        unsubscribe-url: https://mercado.test/unsubscribe
        report-weekday: thursday
        """;

    DeliveryOrder order =
        order(
            settings,
            Map.of(
                "HINDSIGHT_SMTP_PASSWORD", "open sesame", "HINDSIGHT_UNSUBSCRIBE_SECRET", SECRET));

    assertThat(order)
        .isEqualTo(
            new DeliveryOrder(
                false,
                false,
                new ReportCalendar(DayOfWeek.THURSDAY),
                new MailSettings(
                    "reports.mercado.test", "https://mercado.test/unsubscribe", SECRET),
                new SmtpSettings(
                    "smtp.mercado.test",
                    2525,
                    Security.TLS,
                    new Login("reports", "open sesame"),
                    "bounces@mercado.test",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    3,
                    4,
                    5,
                    Duration.ofSeconds(6))));
  }

  @Test
  void theCommandLineAsksForItself() throws IOException {
    String settings = "smtp-host: smtp.mercado.test";

    assertThat(order(settings, Map.of(), "--deliver", "smtp").isAsked()).isTrue();
    assertThat(order(settings + "\ndeliver: smtp", Map.of()).isAsked()).isFalse();
    assertThat(order(settings, Map.of(), "--deliver", "outbox").isAsked()).isFalse();
  }

  @Test
  void bouncesComeBackToTheSenderWhereNothingElseIsSet() throws IOException {
    SmtpSettings smtp = order("deliver: smtp\nsmtp-host: smtp.mercado.test", Map.of()).smtp();

    assertThat(smtp).isNotNull();
    assertThat(smtp.envelopeSender()).isEqualTo("reports@mercado.test");
    assertThat(smtp.security()).isEqualTo(Security.STARTTLS);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> order("deliver: smtp\nsmtp-user: reports\nsmtp-rate: 0", Map.of()))
        .withMessage(
            """
            Sending reports needs smtp-host: the mail server's name
            smtp-user needs its password in HINDSIGHT_SMTP_PASSWORD
            smtp-rate: 0 is not possible; write 1 to 10000""");
  }

  @Test
  void aSecretInAFileIsRefused() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> order("smtp-password: open sesame", Map.of()))
        .withMessage(
            "%s: smtp-password is a secret, and files are read by others; put it into the environment as HINDSIGHT_SMTP_PASSWORD",
            file);
  }

  @Test
  void aSecretOnTheCommandLineIsRefused() {
    Captured run = Captured.run("report", "--smtp-password=open sesame");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "hindsight: --smtp-password: a secret must not stand on a command line; put it into the environment as HINDSIGHT_SMTP_PASSWORD")
        .doesNotContain("sesame");
  }

  private DeliveryOrder order(String settings, Map<String, String> environment, String... words)
      throws IOException {
    Files.writeString(file, settings);
    CommandLine program = new CommandLine(new HindsightCommand());
    List<String> keys =
        SettingDefaults.options(program).stream().map(SettingDefaults::key).toList();
    Probe probe = new Probe();
    CommandLine line = new CommandLine(probe);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(
        new SettingDefaults(Settings.load(file, keys, environment, Map.of())));
    line.parseArgs(words);
    return probe.delivery.order("reports@mercado.test");
  }

  @Command(name = "probe")
  private static final class Probe {
    @Mixin private DeliveryOptions delivery = new DeliveryOptions();
  }
}
