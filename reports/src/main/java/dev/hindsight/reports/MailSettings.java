package dev.hindsight.reports;

import dev.hindsight.reports.message.Letterhead;
import dev.hindsight.reports.message.MailAddress;
import dev.hindsight.reports.message.UnsubscribeLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What messages say of themselves, for mail programs.
 *
 * @param listId absent: {@code seller-reports} of the sender's domain
 * @param unsubscribeUrl absent where unsubscribing takes a message
 * @param unsubscribeSecret signs the links to it; from the environment only
 */
public record MailSettings(
    @Nullable String listId, @Nullable String unsubscribeUrl, @Nullable String unsubscribeSecret) {
  /** What holds where nothing is configured. */
  public static final MailSettings DEFAULTS = new MailSettings(null, null, null);

  private static final int SHORTEST_SECRET = 32;

  /**
   * Checks all settings.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public MailSettings {
    List<String> problems = new ArrayList<>();
    if (listId != null && !listId.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+")) {
      problems.add(
          "list-id: \"%s\" is no list's id; write seller-reports.example.com".formatted(listId));
    }
    if (unsubscribeUrl != null) {
      addUrlProblems(unsubscribeUrl, problems);
      if (unsubscribeSecret == null || unsubscribeSecret.length() < SHORTEST_SECRET) {
        problems.add(
            "unsubscribe-url needs a secret of at least %d characters in HINDSIGHT_UNSUBSCRIBE_SECRET"
                .formatted(SHORTEST_SECRET));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void addUrlProblems(String url, List<String> problems) {
    if (!url.matches("https://[!-~&&[^<>\"#,]]+") || url.length() > 500 || !isUri(url)) {
      problems.add(
          "unsubscribe-url: \"%s\" is no https address; write https://example.com/unsubscribe"
              .formatted(url));
    }
  }

  private static boolean isUri(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  Letterhead letterhead(ReportSettings settings) {
    MailAddress sender = new MailAddress(settings.sender());
    return new Letterhead(
        settings.marketplaceName(),
        sender,
        settings.replyTo() == null ? null : new MailAddress(settings.replyTo()),
        listId == null ? "seller-reports." + sender.domain() : listId,
        link());
  }

  private @Nullable UnsubscribeLink link() {
    return unsubscribeUrl == null || unsubscribeSecret == null
        ? null
        : new UnsubscribeLink(URI.create(unsubscribeUrl), unsubscribeSecret);
  }

  /** Tells settings apart, secrets included, without telling the secrets. */
  String fingerprint() {
    UnsubscribeLink link = link();
    return "%s %s %s".formatted(listId, unsubscribeUrl, link == null ? "" : link.token(""));
  }

  @Override
  public String toString() {
    return "MailSettings[%s]".formatted(fingerprint());
  }
}
