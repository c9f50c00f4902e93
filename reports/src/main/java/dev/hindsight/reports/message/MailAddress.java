package dev.hindsight.reports.message;

import dev.hindsight.reports.wording.Excerpt;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One address that a message can go to or come from: {@code local@domain}, in ASCII. */
public record MailAddress(String address) {
  private static final int MAX_LENGTH = 254;
  private static final int NAME_LENGTH = 60;

  /** Printable ASCII without what could end an address and begin another, or a header. */
  private static final Pattern FORM =
      Pattern.compile(
          "[!-~&&[^,;:<>()\\[\\]\\\\\"@]]{1,64}"
              + "@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

  public MailAddress {
    if (!isAddress(address)) {
      throw new IllegalArgumentException(
          "\"%s\" is not an email address; write name@example.com"
              .formatted(Excerpt.of(address, 80)));
    }
  }

  /** The address, if the text is one. */
  public static Optional<MailAddress> of(@Nullable String address) {
    return address != null && isAddress(address.strip())
        ? Optional.of(new MailAddress(address.strip()))
        : Optional.empty();
  }

  public String domain() {
    return address.substring(address.indexOf('@') + 1);
  }

  InternetAddress named(String name) {
    try {
      return new InternetAddress(
          address, Excerpt.of(name, NAME_LENGTH), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private static boolean isAddress(String address) {
    if (address.length() > MAX_LENGTH || !FORM.matcher(address).matches()) {
      return false;
    }
    try {
      new InternetAddress(address, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return address;
  }
}
