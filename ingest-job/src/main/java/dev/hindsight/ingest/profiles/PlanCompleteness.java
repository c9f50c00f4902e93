package dev.hindsight.ingest.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a plan fills whatever every row of its feed needs; what it does not is noted. */
record PlanCompleteness(RowPlan plan, YamlSection profile) {
  private static final String EVENT_ID = "event_id";
  private static final String EVENT_TYPE = "event_type";

  private static final String EVERY_ROW = "fill it under columns or constants: every row needs it";
  private static final EventPlan NONE = new EventPlan("", List.of(), List.of());

  /** What an event of a type has to say besides. */
  private static final Map<String, String> NEEDED_BY_TYPE =
      Map.of("OPENED", "cause", "DECIDED", "outcome");

  void check() {
    List<String> needed =
        plan.feed().columns().filled().stream()
            .filter(column -> !(column.equals(EVENT_ID) && hasEvents()))
            .toList();
    if (hasEvents()) {
      plan.events().forEach(event -> checkEvent(needed, event));
      checkEventIds();
    } else {
      missing(needed, NONE).ifPresent(missing -> profile.wrong(lacks(missing), EVERY_ROW));
    }
  }

  private void checkEvent(List<String> needed, EventPlan event) {
    Optional<YamlValue> value = Optional.ofNullable(profile.entries("events").get(event.name()));
    missing(needed, event)
        .ifPresent(missing -> value.ifPresent(at -> at.wrong(lacks(missing), EVERY_ROW)));
  }

  private boolean hasEvents() {
    return !plan.events().isEmpty();
  }

  private static String lacks(String missing) {
    return "does not fill " + missing;
  }

  private Optional<String> missing(List<String> needed, EventPlan event) {
    return Stream.concat(needed.stream(), neededByType(event))
        .filter(column -> !event.fills(column) && !isShared(column))
        .reduce((first, second) -> first + ", " + second);
  }

  private Stream<String> neededByType(EventPlan event) {
    return Stream.concat(event.columns().stream(), plan.columns().stream())
        .filter(column -> column.column().equals(EVENT_TYPE))
        .limit(1)
        .filter(column -> column.source() instanceof TextSource.Constant)
        .map(column -> ((TextSource.Constant) column.source()).text())
        .filter(NEEDED_BY_TYPE::containsKey)
        .map(NEEDED_BY_TYPE::get);
  }

  private void checkEventIds() {
    List<String> shared =
        plan.events().stream()
            .filter(event -> isShared(EVENT_ID) && !event.fills(EVENT_ID))
            .map(EventPlan::name)
            .toList();
    if (shared.size() > 1) {
      profile.wrong(
          "the events %s of a row have one event_id".formatted(String.join(", ", shared)),
          "fill event_id in each of them, or in none: then it is made from the dispute_id");
    }
  }

  private boolean isShared(String column) {
    return plan.columns().stream().anyMatch(filled -> filled.column().equals(column));
  }
}
