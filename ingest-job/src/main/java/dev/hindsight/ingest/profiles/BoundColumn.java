package dev.hindsight.ingest.profiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column of the feed is filled from the rows of one file.
 *
 * @param name what problems call it
 * @param whenBlank the value where the source has none
 */
record BoundColumn(
    SourceName name, CellText text, List<Conversion> conversions, @Nullable String whenBlank) {

  @Nullable String value(RowDraft draft) {
    String value = text.of(draft.source());
    if (value == null) {
      return whenBlank;
    }
    for (int i = 0; i < conversions.size() && value != null; i++) {
      value = conversions.get(i).convert(value, draft, name);
    }
    return value;
  }
}
