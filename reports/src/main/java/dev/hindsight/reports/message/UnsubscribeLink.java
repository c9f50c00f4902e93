package dev.hindsight.reports.message;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The marketplace's page where a seller unsubscribes with one click (RFC 8058). A token in the link
 * shows that Hindsight wrote it for this seller: HMAC-SHA256 of {@code hindsight-unsubscribe-1}, a
 * line feed and the seller's id, in UTF-8, as Base64 for URLs without padding.
 *
 * @param url https, with or without a query
 * @param secret the key, in UTF-8; known to the page as well
 */
public record UnsubscribeLink(URI url, String secret) {
  private static final String PURPOSE = "hindsight-unsubscribe-1\n";

  String of(String sellerId) {
    return "%s%sseller=%s&token=%s"
        .formatted(url, url.getRawQuery() == null ? "?" : "&", encoded(sellerId), token(sellerId));
  }

  /** Shows that a link was written for this seller. */
  public String token(String sellerId) {
    byte[] code =
        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8))
            .hmac((PURPOSE + sellerId).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "UnsubscribeLink[url=%s]".formatted(url);
  }
}
