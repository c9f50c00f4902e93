package dev.hindsight.ingest.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody probably meant. */
public final class NearestName {
  private static final int MOST_SHOWN = 20;

  private NearestName() {}

  /** In words, with all the known names where they are a few. */
  public static String suggestion(String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "none is declared";
    }
    String all = known.size() > MOST_SHOWN ? "" : " (%s)".formatted(String.join(", ", known));
    return "did you mean %s?%s".formatted(of(name, known), all);
  }

  /**
   * The known name with the fewest letters to change, less those that both begin with; empty where
   * none is known.
   */
  public static String of(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static int distance(String name, String candidate) {
    int mismatch = Arrays.mismatch(name.toCharArray(), candidate.toCharArray());
    int shared = mismatch < 0 ? name.length() : mismatch;
    return LevenshteinDistance.getDefaultInstance().apply(name, candidate) - shared;
  }
}
