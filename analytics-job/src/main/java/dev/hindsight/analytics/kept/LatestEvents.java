package dev.hindsight.analytics.kept;

import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.landed.DisputeEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The latest row of each event, and what it was before.
 *
 * @param rows columns of {@link DisputeEvent}
 * @param before what the files of an earlier night made of the same; absent where nothing is kept
 */
public record LatestEvents(Dataset<Row> rows, @Nullable Before before) {

  /**
   * @param inputs the files
   * @param corrected the rows that counted then of events of which more rows have landed since
   */
  record Before(Set<Input> inputs, Dataset<Row> corrected) {}

  /** Where nothing is kept from night to night. */
  public static LatestEvents of(Dataset<Row> rows) {
    return new LatestEvents(rows, null);
  }

  /**
   * All rows that counted when some files had landed and may no longer do so; there may be others.
   */
  Dataset<Row> corrected(Collection<Input> then, LandedDatasets landed) {
    if (before != null && before.inputs.equals(Set.copyOf(then))) {
      return before.corrected;
    }
    List<Integer> batches = landed.files().currentBatches(DisputeEvent.CONTRACT.name());
    return landed.rows(DisputeEvent.CONTRACT, batches);
  }
}
