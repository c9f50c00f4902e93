package dev.hindsight.ingest.profiles;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way in which a source writes dates or instants. Safe for several threads. */
interface DatePattern {
  DateTimeFormatter DATE_TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

  /**
   * The date, with a time and a zone where they are written; absent when it is written otherwise.
   */
  @Nullable TemporalAccessor parse(String text);

  /** Whether a text looks as if it were written so: cheaper to find out than by parsing it. */
  boolean mayFit(String text);

  /** Whether texts of this pattern can lack a zone. */
  boolean canLackZone();

  /**
   * The patterns of a profile's word: {@code iso}, {@code epoch-seconds}, {@code
   * epoch-milliseconds}, or a pattern of {@link DateTimeFormatter}.
   *
   * @throws IllegalArgumentException when it is none of them, or gives no date
   */
  static List<DatePattern> named(String word) {
    return switch (word) {
      case "iso" ->
          List.of(
              new Written(DateTimeFormatter.ISO_OFFSET_DATE_TIME, false),
              new Written(DATE_TIME, true),
              new Written(DateTimeFormatter.ISO_LOCAL_DATE, true));
      case "epoch-seconds" -> List.of(new Epoch(1));
      case "epoch-milliseconds" -> List.of(new Epoch(1_000));
      default -> List.of(Written.of(word));
    };
  }

  /** A formatter's pattern, strictly. */
  record Written(DateTimeFormatter formatter, boolean canLackZone) implements DatePattern {
    private static final ZonedDateTime SAMPLE =
        ZonedDateTime.of(2024, 3, 31, 14, 5, 6, 0, ZoneOffset.UTC);

    static Written of(String pattern) {
      DateTimeFormatter formatter = formatter(pattern);
      Written written = new Written(formatter, canFormatWithoutZone(formatter));
      if (!written.readsWhatItWrites()) {
        throw new IllegalArgumentException("it gives no date");
      }
      return written;
    }

    private static DateTimeFormatter formatter(String pattern) {
      try {
        return new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .parseDefaulting(ChronoField.ERA, 1) // so that yyyy is as good as uuuu
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
      } catch (ClassCastException e) { // JDK 17's answer to some patterns with a pad letter p
        throw new IllegalArgumentException("it is malformed", e);
      }
    }

    private boolean readsWhatItWrites() {
      try {
        return parse(formatter.format(SAMPLE)) != null;
      } catch (DateTimeException e) {
        return false;
      }
    }

    private static boolean canFormatWithoutZone(DateTimeFormatter formatter) {
      try {
        return !formatter.format(LocalDateTime.from(SAMPLE)).isEmpty();
      } catch (DateTimeException e) {
        return false;
      }
    }

    @Override
    public boolean mayFit(String text) {
      ParsePosition position = new ParsePosition(0);
      return formatter.parseUnresolved(text, position) != null
          && position.getIndex() == text.length();
    }

    @Override
    public @Nullable TemporalAccessor parse(String text) {
      try {
        TemporalAccessor parsed = formatter.parse(text);
        return parsed.query(TemporalQueries.localDate()) == null ? null : parsed;
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  /** Whole seconds, or parts of them, since 1970 in UTC. */
  record Epoch(long unitsPerSecond) implements DatePattern {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    @Override
    public boolean canLackZone() {
      return false;
    }

    @Override
    public boolean mayFit(String text) {
      return WHOLE.matcher(text).matches();
    }

    @Override
    public @Nullable TemporalAccessor parse(String text) {
      return mayFit(text)
          ? Instant.ofEpochMilli(Long.parseLong(text) * (1_000 / unitsPerSecond))
              .atOffset(ZoneOffset.UTC)
          : null;
    }
  }
}
