package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport.CaseLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a seller finds a case: an https address with {@code {order}} or {@code {dispute}} in it, in
 * whose place the encoded number comes.
 */
public record CaseUrl(String pattern) {
  private static final String ORDER = "{order}";
  private static final String DISPUTE = "{dispute}";
  private static final int LONGEST_NUMBER = 200;

  /**
   * @throws IllegalArgumentException when it is no such address
   */
  public CaseUrl {
    if (!isPattern(pattern)) {
      throw new IllegalArgumentException(
          "\"%s\" is no address of cases; write https://sellers.example.com/orders/{order}"
              .formatted(Excerpt.of(pattern, 80)));
    }
  }

  private static boolean isPattern(String pattern) {
    if (!pattern.contains(ORDER) && !pattern.contains(DISPUTE)) {
      return false;
    }
    try {
      URI example = new URI(filled(pattern, "1", "1"));
      // The number may not choose the host that sellers are sent to.
      String host = new URI(filled(pattern, "2", "2")).getHost();
      return "https".equals(example.getScheme())
          && example.getHost() != null
          && example.getHost().equals(host)
          && example.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The case's address; absent where its order is not known, or its number is no number. */
  @Nullable String of(CaseLine line) {
    String order = line.orderId();
    boolean isLong = line.disputeId().length() > LONGEST_NUMBER;
    if (isLong || (order == null ? pattern.contains(ORDER) : order.length() > LONGEST_NUMBER)) {
      return null;
    }
    return filled(pattern, encoded(order == null ? "" : order), encoded(line.disputeId()));
  }

  private static String filled(String pattern, String order, String dispute) {
    return pattern.replace(ORDER, order).replace(DISPUTE, dispute);
  }

  private static String encoded(String number) {
    return URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
