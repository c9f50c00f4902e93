package dev.hindsight.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportSettingsTest {

  @Test
  void defaultsNameNobody() {
    assertThat(ReportSettings.DEFAULTS)
        .isEqualTo(new ReportSettings("Marketplace", "reports@hindsight.example", null));
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new ReportSettings(" ", "reports", "a@b.example\r\nBcc: c@d.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            marketplace-name is blank; write what sellers call the marketplace
            sender: "reports" is not an email address; write name@example.com
            reply-to: "a@b.example Bcc: c@d.example" is not an email address; write name@example.com\
            """);
  }
}
