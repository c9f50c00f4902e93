package dev.hindsight.ingest.profiles;

import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a source writes dates; the first that fits counts.
 *
 * @param words as the profile names them
 */
record DatePatterns(List<String> words, List<DatePattern> patterns) {
  static final DatePatterns ISO = new DatePatterns(List.of("iso"), DatePattern.named("iso"));

  DatePatterns {
    words = List.copyOf(words);
    patterns = List.copyOf(patterns);
  }

  @Nullable TemporalAccessor parse(String text) {
    for (DatePattern pattern : patterns) {
      boolean isTried = patterns.size() == 1 || pattern.mayFit(text);
      TemporalAccessor parsed = isTried ? pattern.parse(text) : null;
      if (parsed != null) {
        return parsed;
      }
    }
    return null;
  }

  boolean canLackZone() {
    return patterns.stream().anyMatch(DatePattern::canLackZone);
  }

  /** Those whose texts say their zone. */
  DatePatterns withZoneAlone() {
    return new DatePatterns(
        words, patterns.stream().filter(pattern -> !pattern.canLackZone()).toList());
  }

  @Override
  public String toString() {
    return words.stream()
        .map(word -> word.equals("iso") ? "2024-03-31T14:05:00Z" : word)
        .collect(Collectors.joining(" or "));
  }
}
