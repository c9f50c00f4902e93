package dev.hindsight.reports;

import dev.hindsight.reports.message.MailAddress;
import dev.hindsight.reports.wording.CaseUrl;
import dev.hindsight.reports.wording.Marketplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In whose name reports are written.
 *
 * @param marketplaceName what sellers call the marketplace
 * @param sender the address that messages come from
 * @param replyTo who reads the answers, when that is not the sender
 * @param wishes what reports say that not every marketplace says
 */
public record ReportSettings(
    String marketplaceName, String sender, @Nullable String replyTo, Wishes wishes) {
  /** What holds where nothing is configured. */
  public static final ReportSettings DEFAULTS =
      new ReportSettings("Marketplace", "reports@hindsight.example", null, Wishes.NONE);

  /**
   * What reports say that not every marketplace says.
   *
   * @param locale BCP-47 tag of the language and formats for sellers whose own are not known
   * @param caseUrl an https address with {@code {order}} or {@code {dispute}} in it; absent:
   *     nothing is linked
   * @param accountNote what a report means for a seller's account; absent: nothing
   */
  public record Wishes(String locale, @Nullable String caseUrl, @Nullable String accountNote) {
    /** English, no links, and no consequences. */
    public static final Wishes NONE = new Wishes("en", null, null);
  }

  /**
   * Checks all settings.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public ReportSettings {
    List<String> problems = new ArrayList<>();
    if (marketplaceName.isBlank()) {
      problems.add("marketplace-name is blank; write what sellers call the marketplace");
    }
    addProblem(problems, "sender", () -> new MailAddress(sender));
    if (replyTo != null) {
      addProblem(problems, "reply-to", () -> new MailAddress(replyTo));
    }
    addProblem(problems, "report-locale", () -> locale(wishes));
    addProblem(problems, "case-url", () -> caseUrl(wishes));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** A marketplace that wishes nothing of its own. */
  public ReportSettings(String marketplaceName, String sender, @Nullable String replyTo) {
    this(marketplaceName, sender, replyTo, Wishes.NONE);
  }

  private static void addProblem(List<String> problems, String key, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      problems.add(key + ": " + e.getMessage());
    }
  }

  private static Marketplace locale(Wishes wishes) {
    return new Marketplace("", Locale.forLanguageTag(wishes.locale()), null, null);
  }

  private static @Nullable CaseUrl caseUrl(Wishes wishes) {
    return wishes.caseUrl() == null ? null : new CaseUrl(wishes.caseUrl());
  }

  Marketplace marketplace() {
    return new Marketplace(
        marketplaceName,
        Locale.forLanguageTag(wishes.locale()),
        caseUrl(wishes),
        wishes.accountNote());
  }
}
