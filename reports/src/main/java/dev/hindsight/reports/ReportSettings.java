package dev.hindsight.reports;

import dev.hindsight.reports.message.MailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In whose name reports are written.
 *
 * @param marketplaceName what sellers call the marketplace
 * @param sender the address that messages come from
 * @param replyTo who reads the answers, when that is not the sender
 */
public record ReportSettings(String marketplaceName, String sender, @Nullable String replyTo) {
  /** What holds where nothing is configured. */
  public static final ReportSettings DEFAULTS =
      new ReportSettings("Marketplace", "reports@hindsight.example", null);

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
    addProblem(problems, "sender", sender);
    if (replyTo != null) {
      addProblem(problems, "reply-to", replyTo);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void addProblem(List<String> problems, String key, String address) {
    try {
      new MailAddress(address);
    } catch (IllegalArgumentException e) {
      problems.add(key + ": " + e.getMessage());
    }
  }
}
