package dev.hindsight.ingest.profiles;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads how the texts of a column become what the feed takes; which depends on the type. */
record ConversionReader(
    TextSourceReader sources, ValueMaps maps, ReadingDefaults defaults, int currencyPlace) {
  private static final List<String> TEXT_KEYS =
      List.of("extract", "map", "unknown", "upper-case", "pseudonym");
  private static final List<String> INSTANT_KEYS = List.of("dates", "zone", "end-of-day");
  private static final List<String> DATE_KEYS = List.of("dates");
  private static final List<String> AMOUNT_KEYS = List.of("number", "minor-units");
  private static final List<String> NUMBER_KEYS = List.of("number");

  /** The keys of a column of that type. */
  static List<String> keys(ColumnType type) {
    return type == Scalar.TIMESTAMP
        ? INSTANT_KEYS
        : type == Scalar.DATE
            ? DATE_KEYS
            : type == Scalar.DECIMAL
                ? AMOUNT_KEYS
                : type == Scalar.INTEGER ? NUMBER_KEYS : TEXT_KEYS;
  }

  /** The conversions of a value that says nothing but its column. */
  List<Conversion> usual(ColumnType type, YamlValue value) {
    if (type == Scalar.TIMESTAMP) {
      return List.of(instant(value, usualDates(), usualZone(), LocalTime.MIDNIGHT));
    }
    if (type == Scalar.DATE) {
      return List.of(new DateReading(usualDates()));
    }
    boolean isNumber = type == Scalar.DECIMAL || type == Scalar.INTEGER;
    return isNumber ? List.of(defaults.number()) : List.of();
  }

  List<Conversion> read(ColumnType type, YamlValue value, YamlSection section, KnownValues known) {
    DatePatterns dates =
        section.find("dates").map(ReadingDefaults::dates).orElseGet(this::usualDates);
    if (type == Scalar.TIMESTAMP) {
      ZoneSource zone = section.find("zone").map(this::zone).orElseGet(this::usualZone);
      LocalTime dayTime =
          section.isTrue("end-of-day") ? InstantReading.END_OF_DAY : LocalTime.MIDNIGHT;
      return List.of(instant(value, dates, zone, dayTime));
    }
    if (type == Scalar.DATE) {
      return List.of(new DateReading(dates));
    }
    boolean isNumber = type == Scalar.DECIMAL || type == Scalar.INTEGER;
    return isNumber ? List.of(number(section)) : texts(section, known);
  }

  private DatePatterns usualDates() {
    DatePatterns declared = defaults.dates();
    return declared == null ? DatePatterns.ISO : declared;
  }

  private @Nullable ZoneSource usualZone() {
    ZoneId zone = defaults.zone();
    return zone == null ? null : draft -> zone;
  }

  private static Conversion instant(
      YamlValue value, DatePatterns dates, @Nullable ZoneSource zone, LocalTime dayTime) {
    if (zone != null) {
      return new InstantReading(dates, zone, dayTime);
    }
    if (!dates.equals(DatePatterns.ISO) && dates.canLackZone()) {
      value.wrong(
          "has dates without a zone (%s)".formatted(dates),
          "write time-zone: America/New_York, or the zone of this value");
    }
    return new InstantReading(dates.withZoneAlone(), draft -> null, dayTime);
  }

  /** A zone by its name, or as a value of the row. */
  private @Nullable ZoneSource zone(YamlValue value) {
    if (!value.isMap()) {
      return ReadingDefaults.zone(value).<ZoneSource>map(zone -> draft -> zone).orElse(null);
    }
    List<String> keys = new ArrayList<>(TextSourceReader.KEYS);
    keys.addAll(TEXT_KEYS);
    YamlSection section = new YamlSection(value, keys);
    return sources
        .read(section)
        .<ZoneSource>map(
            source ->
                new ZoneSource.OfRow(
                    new ColumnPlan("zone", source, texts(section, KnownValues.of("zone")), null)))
        .orElse(null);
  }

  private Conversion number(YamlSection section) {
    Optional<YamlValue> minorUnits = section.find("minor-units");
    if (minorUnits.isPresent()) {
      return new MinorUnits(currencyPlace, exceptions(minorUnits.get()));
    }
    return section.find("number").flatMap(ReadingDefaults::number).orElse(defaults.number());
  }

  private static Map<String, Integer> exceptions(YamlValue value) {
    Map<String, Integer> decimals = new HashMap<>();
    if (!value.isMap()) {
      value
          .text()
          .filter(text -> !text.equals("iso"))
          .ifPresent(
              text ->
                  value.wrong(
                      "\"%s\" is no rule for minor units".formatted(text),
                      "write iso, or the decimals of currencies that differ, such as {ISK: 2}"));
      return decimals;
    }
    value.entries().forEach((code, digits) -> putDigits(decimals, code, digits));
    return decimals;
  }

  private static void putDigits(Map<String, Integer> decimals, String code, YamlValue digits) {
    Optional<String> text = digits.text();
    if (text.isPresent() && text.get().matches("[0-4]")) {
      decimals.put(code, Integer.valueOf(text.get()));
    } else if (text.isPresent()) {
      digits.wrong("\"%s\" is no number of decimals".formatted(text.get()), "write 0 to 4");
    }
  }

  private List<Conversion> texts(YamlSection section, KnownValues known) {
    List<Conversion> conversions = new ArrayList<>();
    Extraction code = section.find("extract").flatMap(ConversionReader::extraction).orElse(null);
    Optional<Conversion> lookup =
        section.find("map").flatMap(map -> lookup(map, section, known, code));
    if (code != null && !section.has("map")) {
      conversions.add(code);
    }
    lookup.ifPresent(conversions::add);
    if (section.has("unknown") && !section.has("map")) {
      section.wrong("says what becomes of unknown values, but has no map", "add the map's name");
    }
    if (section.isTrue("upper-case")) {
      conversions.add(TextChange.UPPER_CASE);
    }
    if (section.isTrue("pseudonym")) {
      conversions.add(TextChange.PSEUDONYM);
    }
    return conversions;
  }

  private static Optional<Extraction> extraction(YamlValue value) {
    return value.text().flatMap(text -> extraction(value, text));
  }

  private static Optional<Extraction> extraction(YamlValue value, String expression) {
    try {
      Pattern pattern = Pattern.compile(expression);
      if (pattern.matcher("").groupCount() == 1) {
        return Optional.of(new Extraction(pattern));
      }
      value.wrong("\"%s\" has not one group".formatted(expression), "put one part into ( )");
    } catch (PatternSyntaxException e) {
      value.wrong(
          "\"%s\" is no regular expression (%s)".formatted(expression, e.getDescription()),
          "write one such as ' - ([A-Z]+)$'");
    }
    return Optional.empty();
  }

  private Optional<Conversion> lookup(
      YamlValue map, YamlSection section, KnownValues known, @Nullable Extraction code) {
    return maps.use(map, known)
        .map(
            values ->
                new ValueLookup(map.text().orElse(""), values, code, unknown(section, known)));
  }

  private static ValueLookup.Unknown unknown(YamlSection section, KnownValues known) {
    Optional<YamlValue> value = section.find("unknown");
    String text = value.map(YamlValue::textOrEmpty).orElse("reject");
    return switch (text) {
      case "reject" -> ValueLookup.Unknown.REJECTED;
      case "keep" -> ValueLookup.Unknown.KEPT;
      case "blank" -> ValueLookup.Unknown.becomes("");
      default -> {
        value.ifPresent(at -> known.check(at, text));
        yield ValueLookup.Unknown.becomes(text);
      }
    };
  }
}
