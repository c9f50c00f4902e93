package dev.hindsight.reports.outbox;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The name of a seller's files: the seller's id where every file system takes it as it is, else
 * what can be read of it, a tilde, and 128 bits of its digest. No two sellers share one, also where
 * file systems do not tell cases apart.
 */
public final class ReportFileName {
  private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final Pattern UNSAFE_RUN = Pattern.compile("[^a-z0-9]+");
  private static final int READABLE_LENGTH = 32;
  private static final int DIGEST_LENGTH = 32;

  /** The outbox's own pages, and the names that Windows keeps for devices. */
  private static final Set<String> TAKEN = Set.of("index", "overview", "con", "prn", "aux", "nul");

  private static final Pattern DEVICE = Pattern.compile("(com|lpt)\\d");

  private ReportFileName() {}

  public static String page(String sellerId) {
    return stem(sellerId) + ".html";
  }

  public static String message(String sellerId) {
    return stem(sellerId) + ".eml";
  }

  static String stem(String sellerId) {
    return isSafe(sellerId) ? sellerId : readable(sellerId) + "~" + digest(sellerId);
  }

  private static boolean isSafe(String sellerId) {
    return SAFE.matcher(sellerId).matches()
        && !TAKEN.contains(sellerId)
        && !DEVICE.matcher(sellerId).matches();
  }

  private static String readable(String sellerId) {
    String plain =
        UNSAFE_RUN.matcher(sellerId.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-", "");
    String readable = plain.substring(0, Math.min(READABLE_LENGTH, plain.length()));
    return readable.isEmpty() ? "seller" : readable;
  }

  private static String digest(String sellerId) {
    return DigestUtils.sha256Hex(sellerId).substring(0, DIGEST_LENGTH);
  }
}
