package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which zone a row's dates are in. */
@FunctionalInterface
interface ZoneSource {
  /** The zone; absent when the row does not tell, which is noted in the draft. */
  @Nullable ZoneId zone(RowDraft draft);

  /** The same for one file. */
  default ZoneSource bind(SourceColumns columns) {
    return this;
  }

  /** A zone that the row itself names. */
  record OfRow(ColumnPlan plan) implements ZoneSource {
    @Override
    public @Nullable ZoneId zone(RowDraft draft) {
      throw new IllegalStateException("a row's zone is known for one file only");
    }

    @Override
    public ZoneSource bind(SourceColumns columns) {
      BoundColumn column = plan.bind(columns);
      return draft -> zone(column, draft);
    }

    private static @Nullable ZoneId zone(BoundColumn column, RowDraft draft) {
      String name = column.value(draft);
      if (name == null) {
        draft.addMissing(column.name(), "the dates need it");
        return null;
      }
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        draft.add(column.name(), Reason.NOT_A_TIME_ZONE, name, "");
        return null;
      }
    }
  }
}
