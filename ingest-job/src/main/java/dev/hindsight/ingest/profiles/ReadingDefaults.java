package dev.hindsight.ingest.profiles;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a profile's source writes dates and numbers, where a value does not say otherwise.
 *
 * @param dates absent where the profile does not say
 * @param zone absent where the profile does not say
 */
record ReadingDefaults(@Nullable DatePatterns dates, @Nullable ZoneId zone, NumberStyle number) {
  static final String DATES = "dates";
  static final String TIME_ZONE = "time-zone";
  static final String NUMBER = "number";

  private static final TreeSet<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

  static ReadingDefaults of(YamlSection profile) {
    return new ReadingDefaults(
        profile.find(DATES).map(ReadingDefaults::dates).orElse(null),
        profile.find(TIME_ZONE).flatMap(ReadingDefaults::zone).orElse(null),
        profile.find(NUMBER).flatMap(ReadingDefaults::number).orElse(NumberStyle.PLAIN));
  }

  /** The patterns that a key names; those that are none are noted. */
  static DatePatterns dates(YamlValue value) {
    List<String> words = value.texts();
    List<DatePattern> patterns = new ArrayList<>();
    for (String word : words) {
      try {
        patterns.addAll(DatePattern.named(word));
      } catch (IllegalArgumentException e) {
        value.wrong(
            "\"%s\" is no pattern of a date (%s)".formatted(word, e.getMessage()),
            "write one such as dd.MM.uuuu HH:mm, or iso, epoch-seconds, epoch-milliseconds");
      }
    }
    return new DatePatterns(words, patterns);
  }

  /** The zone that a key names. */
  static Optional<ZoneId> zone(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !ZONES.contains(text.get())) {
      value.unknown(text.get(), "no time zone", List.copyOf(ZONES));
    }
    return text.filter(ZONES::contains).map(ZoneId::of);
  }

  /** The style of numbers that a key shows. */
  static Optional<NumberStyle> number(YamlValue value) {
    Optional<String> text = value.text();
    Optional<NumberStyle> style = text.flatMap(NumberStyle::of);
    if (text.isPresent() && style.isEmpty()) {
      value.wrong(
          "\"%s\" does not show how numbers are written".formatted(text.get()),
          "write the number 1234.50 as the source writes it, such as $1,234.50");
    }
    return style;
  }
}
