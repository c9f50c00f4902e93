package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.feeds.Feed;
import java.util.List;
import java.util.Optional;

/** Reads what a row of the source becomes: its columns, conditions and events. */
record RowPlanReader(Feed feed, ColumnReader columns, ConditionReader conditions) {
  private static final List<String> EVENT_KEYS = List.of("when", "constants", "columns");
  private static final String EVENTS = "events";
  private static final String ORDER = "order";
  private static final String EVENT_NAME = "[a-z][a-z0-9-]*";

  RowPlan read(YamlSection profile) {
    List<EventPlan> events =
        profile.entries(EVENTS).entrySet().stream()
            .map(entry -> event(entry.getKey(), entry.getValue()))
            .toList();
    if (profile.has(EVENTS) && feed != Feed.DISPUTE_EVENTS) {
      profile
          .find(EVENTS)
          .ifPresent(
              value ->
                  value.wrong(
                      "stand in a profile of %s".formatted(feed.prefix()),
                      "take them out; only a dispute-events profile has them"));
    }
    RowPlan plan =
        new RowPlan(
            feed,
            conditions.read(profile.entries("when")),
            columns.read(profile),
            events,
            order(profile, events));
    new PlanCompleteness(plan, profile).check();
    return plan;
  }

  private EventPlan event(String name, YamlValue value) {
    if (!name.matches(EVENT_NAME)) {
      value.wrong(
          "\"%s\" cannot be part of an id".formatted(name),
          "name the event in lower case, such as opened");
    }
    YamlSection section = new YamlSection(value, EVENT_KEYS);
    return new EventPlan(name, conditions.read(section.entries("when")), columns.read(section));
  }

  private static List<String> order(YamlSection profile, List<EventPlan> events) {
    List<String> known = events.stream().map(EventPlan::name).toList();
    List<String> order = profile.texts(ORDER);
    Optional<YamlValue> value = profile.find(ORDER);
    for (String name : order) {
      if (!known.contains(name)) {
        value.ifPresent(at -> at.unknown(name, "no event", known));
      }
    }
    if (order.size() == 1) {
      value.ifPresent(
          at -> at.wrong("names one event", "name the events in the order they happen in"));
    }
    return order;
  }
}
