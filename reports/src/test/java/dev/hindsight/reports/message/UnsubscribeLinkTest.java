package dev.hindsight.reports.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnsubscribeLinkTest {
  private static final String SECRET = "an-example-secret-of-32-letters!";

  @Test
  void theDocumentedExampleIsTrue() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "email.md"));
    Matcher example =
        Pattern.compile("With the secret `(.*)` the token of seller `(.*)` is `(.*)`\\.")
            .matcher(page);

    assertThat(example.find()).isTrue();
    assertThat(link("https://mercado.test/u", example.group(1)).token(example.group(2)))
        .isEqualTo(example.group(3));
  }

  // Python 3.11: urlsafe_b64encode(hmac.new(b"an-example-secret-of-32-letters!",
  // "hindsight-unsubscribe-1\ns-118".encode(), sha256).digest())
  @Test
  void pythonAgrees() {
    assertThat(link("https://mercado.test/u", SECRET).of("s-118"))
        .isEqualTo(
            "https://mercado.test/u?seller=s-118&token=PQpKdFpOUkzDGtaQUiVeC1sPorrKE6R-QqvtTTGM58Y");
  }

  @Test
  void anyIdIsEscaped() {
    assertThat(link("https://mercado.test/u?list=1", SECRET).of("a b&c=ü\r\n"))
        .startsWith("https://mercado.test/u?list=1&seller=a%20b%26c%3D%C3%BC%0D%0A&token=");
  }

  @Test
  void anotherSellerOrSecretIsAnotherToken() {
    assertThat(link("https://mercado.test/u", SECRET).token("s-118"))
        .isNotEqualTo(link("https://mercado.test/u", SECRET).token("s-119"))
        .isNotEqualTo(link("https://mercado.test/u", SECRET + "x").token("s-118"));
  }

  private static UnsubscribeLink link(String url, String secret) {
    return new UnsubscribeLink(URI.create(url), secret);
  }
}
