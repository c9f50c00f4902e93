package dev.hindsight.ingest.profiles;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.names.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how the columns of a feed are filled: the keys {@code columns} and {@code constants}. */
record ColumnReader(Feed feed, TextSourceReader sources, ConversionReader conversions) {
  private static final String BLANK = "blank";

  /** Stands for what is noted as a problem. */
  private static final TextSource FAULTY = new TextSource.Constant("");

  private static final List<String> PERSONAL_COLUMNS = List.of("name", "email");

  /** The columns that a section fills. */
  List<ColumnPlan> read(YamlSection section) {
    Map<String, YamlValue> columns = section.entries("columns");
    Map<String, YamlValue> constants = section.entries("constants");
    constants.forEach(
        (column, value) -> {
          if (columns.containsKey(column)) {
            value.wrong("is filled twice", "keep it under constants or under columns");
          }
        });
    return Stream.concat(
            columns.entrySet().stream()
                .flatMap(entry -> column(entry.getKey(), entry.getValue()).stream()),
            constants.entrySet().stream()
                .flatMap(entry -> constant(entry.getKey(), entry.getValue()).stream()))
        .toList();
  }

  private Optional<ColumnPlan> constant(String column, YamlValue value) {
    Optional<String> text = value.text();
    if (!isKnown(column, value) || text.isEmpty()) {
      return Optional.empty();
    }
    if (type(column) != Scalar.TEXT) {
      value.wrong("is never the same in every row", "take it from a column");
    }
    KnownValues.of(column).check(value, text.get());
    return Optional.of(ColumnPlan.constant(column, text.get()));
  }

  private Optional<ColumnPlan> column(String column, YamlValue value) {
    if (!isKnown(column, value)) {
      return Optional.empty();
    }
    ColumnPlan plan = value.isMap() ? detailed(column, value) : named(column, value);
    checkPersonal(plan, value);
    return Optional.of(plan);
  }

  private ColumnPlan named(String column, YamlValue value) {
    TextSource source = value.text().map(sources::column).orElse(FAULTY);
    return new ColumnPlan(column, source, conversions.usual(type(column), value), null);
  }

  private ColumnPlan detailed(String column, YamlValue value) {
    ColumnType type = type(column);
    KnownValues known = KnownValues.of(column);
    List<String> keys = new ArrayList<>(TextSourceReader.KEYS);
    keys.addAll(ConversionReader.keys(type));
    keys.add(BLANK);
    YamlSection section = new YamlSection(value, keys);
    Optional<String> whenBlank = section.text(BLANK);
    whenBlank.ifPresent(text -> section.find(BLANK).ifPresent(at -> known.check(at, text)));
    List<Conversion> converted = conversions.read(type, value, section, known);
    TextSource source = sources.read(section).orElse(FAULTY);
    return new ColumnPlan(column, source, converted, whenBlank.orElse(null));
  }

  /** What says something about a person lands as a hash, or as a seller's name and address. */
  private void checkPersonal(ColumnPlan plan, YamlValue value) {
    boolean isShown =
        !PERSONAL_COLUMNS.contains(plan.column())
            && !plan.conversions().contains(TextChange.PSEUDONYM);
    plan.source()
        .readableNames()
        .filter(name -> isShown && sources.headers().isPersonal(name))
        .forEach(
            name ->
                value.wrong(
                    "\"%s\" is personal".formatted(name),
                    "add pseudonym: true, or make a hash of it"));
  }

  private boolean isKnown(String column, YamlValue value) {
    List<String> known = feed.columns().all();
    if (!known.contains(column)) {
      value.wrong(
          "is no column of %s".formatted(feed.prefix()), NearestName.suggestion(column, known));
    }
    return known.contains(column);
  }

  private ColumnType type(String column) {
    return feed.contract().field(column).type();
  }
}
