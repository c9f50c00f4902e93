package dev.hindsight.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ids that somebody may have meant: fewest letters to change first. */
final class NearestIds {
  private static final int SHOWN = 3;
  private static final int COMPARED_LENGTH = 64;

  private NearestIds() {}

  static List<String> of(String sought, List<String> ids) {
    String letters = letters(sought);
    return ids.stream()
        .sorted(
            Comparator.<String>comparingInt(id -> distance(letters, letters(id)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  private static String letters(String id) {
    return id.substring(0, Math.min(COMPARED_LENGTH, id.length())).toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
