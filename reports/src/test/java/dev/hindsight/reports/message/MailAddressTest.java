package dev.hindsight.reports.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b.example", " ada.l+x_y@sub.seller.example ", "o'neil@seller.example"})
  void ordinaryAddressesAreTaken(String address) {
    assertThat(MailAddress.of(address)).hasValue(new MailAddress(address.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@b.example",
        "a@",
        "a@b@c.example",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "Ada <a@b.example>",
        "a b@c.example",
        "ä@b.example",
        "a@b..example",
        "a@-"
      })
  void everythingElseIsNoAddress(String address) {
    assertThat(MailAddress.of(address)).isEmpty();
  }

  @Test
  void anAbsentAddressIsNone() {
    assertThat(MailAddress.of(null)).isEmpty();
  }

  @Test
  void theMessageQuotesWhatIsWrong() {
    assertThatThrownBy(() -> new MailAddress("reports"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"reports\" is not an email address; write name@example.com");
  }
}
