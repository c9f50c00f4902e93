package dev.hindsight.ingest.rows;

import java.util.regex.Pattern;

/** One address, and nothing that a mail header could take for a second one, or for its end. */
final class EmailAddress {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@,;:<>\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]{1,189}");

  private static final Pattern DOMAIN_WITH_DOT = Pattern.compile(".*@[^.]+(\\.[^.]+)+");

  private EmailAddress() {}

  static boolean isOne(String text) {
    return ADDRESS.matcher(text).matches() && DOMAIN_WITH_DOT.matcher(text).matches();
  }
}
