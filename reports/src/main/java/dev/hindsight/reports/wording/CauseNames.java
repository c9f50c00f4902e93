package dev.hindsight.reports.wording;

import java.util.Locale;

/** What causes are called in English, for whoever runs the marketplace. */
public final class CauseNames {
  private static final Phrases ENGLISH = Phrases.of(Locale.ENGLISH);
  private static final int LENGTH = 40;

  private CauseNames() {}

  /** The cause's name; the mart's own where reports do not know it. */
  public static String of(String cause) {
    return Excerpt.of(ENGLISH.textOr("cause." + cause, cause), LENGTH);
  }
}
