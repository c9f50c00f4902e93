package dev.hindsight.reports.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.reports.smtp.SmtpSettings.Login;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SmtpSettingsTest {

  @Test
  void passwordsAreNotTold() {
    assertThat(settings("smtp.example.com", 587, 2).toString())
        .contains("reports-user")
        .doesNotContain("open sesame");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                new SmtpSettings(
                    "smtp example",
                    0,
                    Security.TLS,
                    null,
                    "nobody",
                    Duration.ZERO,
                    Duration.ofHours(2),
                    21,
                    0,
                    11,
                    Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            smtp-host: "smtp example" is no host; write a name such as smtp.example.com
            smtp-port: 0 is not possible; write 1 to 65535
            smtp-connect-timeout: 0 is not possible; write 1 to 3600
            smtp-timeout: 7200 is not possible; write 1 to 3600
            smtp-connections: 21 is not possible; write 1 to 20
            smtp-rate: 0 is not possible; write 1 to 10000
            smtp-retries: 11 is not possible; write 0 to 10
            smtp-retry-wait: -1 is not possible; write 0 to 3600
            envelope-sender: "nobody" is not an email address; write bounces@example.com""");
  }

  @Test
  void boundsThemselvesArePossible() {
    assertThat(settings("[::1]".substring(1, 4), 65_535, 20).server()).isEqualTo("::1:65535");
  }

  private static SmtpSettings settings(String host, int port, int connections) {
    return new SmtpSettings(
        host,
        port,
        Security.STARTTLS,
        new Login("reports-user", "open sesame"),
        "bounces@mercado.test",
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        connections,
        20,
        3,
        Duration.ofSeconds(5));
  }
}
