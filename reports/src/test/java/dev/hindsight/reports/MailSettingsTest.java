package dev.hindsight.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.reports.message.Letterhead;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final ReportSettings SETTINGS =
      new ReportSettings("Mercado Norte", "reports@mercado.test", "people@mercado.test");

  @Test
  void defaultsMakeAListOfTheSendersDomain() {
    Letterhead letterhead = MailSettings.DEFAULTS.letterhead(SETTINGS);

    assertThat(letterhead.listId()).isEqualTo("seller-reports.mercado.test");
    assertThat(letterhead.unsubscribeLink()).isNull();
  }

  @Test
  void everythingThatIsSetIsTaken() {
    Letterhead letterhead =
        new MailSettings("reports.mercado.test", "https://mercado.test/u", SECRET)
            .letterhead(SETTINGS);

    assertThat(letterhead.listId()).isEqualTo("reports.mercado.test");
    assertThat(letterhead.unsubscribeLink())
        .hasToString("UnsubscribeLink[url=https://mercado.test/u]");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new MailSettings("a list", "http://mercado.test/u", "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            list-id: "a list" is no list's id; write seller-reports.example.com
            unsubscribe-url: "http://mercado.test/u" is no https address; write https://example.com/unsubscribe
            unsubscribe-url needs a secret of at least 32 characters in HINDSIGHT_UNSUBSCRIBE_SECRET\
            """);
  }

  @Test
  void secretsTellSettingsApartAndAreNotTold() {
    MailSettings one = new MailSettings(null, "https://mercado.test/u", SECRET);
    MailSettings other = new MailSettings(null, "https://mercado.test/u", "x".repeat(32));

    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint()).doesNotContain(SECRET);
    assertThat(one.toString()).doesNotContain(SECRET);
  }
}
