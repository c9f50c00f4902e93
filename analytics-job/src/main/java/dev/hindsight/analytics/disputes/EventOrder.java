package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.part;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.datasets.landed.DisputeEvent.EVENT_ID;
import static dev.hindsight.datasets.landed.DisputeEvent.EVENT_TYPE;
import static dev.hindsight.datasets.landed.DisputeEvent.OCCURRED_AT;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.EventType;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * The order of a dispute's events: by instant, then by their place in the process (sources with
 * dates alone give several events of one dispute the same instant), then by id.
 */
public final class EventOrder {
  static final Field PLACE = scratch("place");

  private EventOrder() {}

  /** Of an event; compares as the events are ordered. */
  public static Column position() {
    return struct(col(OCCURRED_AT), as(PLACE, ofType(EventType::ordinal)), col(EVENT_ID));
  }

  /** The types of a group's events in order: an aggregate. */
  public static Column course(Column isCounted) {
    Column placed = struct(position().as("position"), col(EVENT_TYPE));
    return part(array_sort(collect_list(when(isCounted, placed))), EVENT_TYPE);
  }

  /** Whether an event is of one of these types. */
  public static Column is(EventType... types) {
    return col(EVENT_TYPE).isin(Arrays.stream(types).map(EventType::name).toArray());
  }

  static Column ofType(Function<EventType, @Nullable Integer> number) {
    Column chosen = lit(null).cast("int");
    for (EventType type : EventType.values()) {
      chosen = when(is(type), lit(number.apply(type))).otherwise(chosen);
    }
    return chosen;
  }
}
