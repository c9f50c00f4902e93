package dev.hindsight.ingest.profiles;

import dev.hindsight.datasets.landed.Actor;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.landed.FulfilledBy;
import dev.hindsight.datasets.landed.Outcome;
import java.util.Arrays;
import java.util.List;

/** The values that a column of a feed takes, where they are a few; otherwise none. */
record KnownValues(String column, List<String> values) {

  static KnownValues of(String column) {
    return new KnownValues(column, values(column));
  }

  private static List<String> values(String column) {
    return switch (column) {
      case "event_type" -> names(EventType.values());
      case "outcome" ->
          names(Outcome.values()).stream()
              .filter(name -> !name.equals(Outcome.OPEN.name()))
              .toList();
      case "actor" -> names(Actor.values());
      case "fulfilled_by" -> names(FulfilledBy.values());
      case "reports" -> List.of("weekly", "monthly", "off");
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  /** Notes a value that the column does not take; an empty one is none. */
  void check(YamlValue at, String text) {
    if (!values.isEmpty() && !text.isEmpty() && !values.contains(text)) {
      at.unknown(text, "no " + column, values);
    }
  }
}
