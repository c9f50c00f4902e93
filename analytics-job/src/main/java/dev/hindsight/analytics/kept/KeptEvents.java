package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.names;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.broadcast;

import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.ParquetFolder;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.kept.KeptFolder.Part;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.landed.DisputeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest row of each event by the week in which it happened, kept from night to night ({@link
 * KeptFolder}). An event may be corrected to another date: what lands makes the weeks again that it
 * has rows of, and those that knew one of its events.
 *
 * <p>The caller holds the lake. Killed anywhere, the former manifest stands, and its files with it.
 */
public record KeptEvents(LandedDatasets landed, IntermediateRows intermediate) {
  private static final Logger log = LoggerFactory.getLogger(KeptEvents.class);

  /** Monday of the week of the event by UTC, as text: Spark guesses other types of folders. */
  private static final Field OCCURRED_WEEK = scratch("occurred_week");

  private static final StructType ROWS = SparkTypes.schemaOf(DisputeEvent.CONTRACT);

  /** Brings what is kept up to what has landed. */
  public LatestEvents upToDate() throws IOException {
    KeptManifest kept = folder().manifest(definition());
    LandedChange change = LandedChange.since(kept.inputs(), landed.files(), DisputeEvent.CONTRACT);
    if (!change.isGrowth()) {
      log.info("Events are kept anew: of files that have gone nothing tells what they replaced");
      kept = KeptManifest.nothing(definition());
      change = LandedChange.since(List.of(), landed.files(), DisputeEvent.CONTRACT);
    }
    folder().removeLeftovers(kept);
    LatestEvents.Before before = new LatestEvents.Before(Set.copyOf(kept.inputs()), nothing());
    if (!change.isNone()) {
      Dataset<Row> added = landed.rows(DisputeEvent.CONTRACT, LandedChange.batches(change.added()));
      Dataset<Row> corrected = kept.weeks().isEmpty() ? nothing() : corrected(kept, added);
      before = new LatestEvents.Before(before.inputs(), corrected);
      kept = made(kept, change, added.unionByName(corrected), added);
      folder().put(kept);
    }
    return new LatestEvents(all(kept), before);
  }

  /** The rows that are kept of events of which others have landed. */
  private Dataset<Row> corrected(KeptManifest kept, Dataset<Row> added) {
    Dataset<Row> ids = added.select(col(DisputeEvent.EVENT_ID)).distinct();
    return intermediate.readBack(
        all(kept).join(broadcast(ids), names(DisputeEvent.EVENT_ID), "left_semi"),
        "corrected_events");
  }

  /**
   * @param touching rows of all weeks that change
   */
  private KeptManifest made(
      KeptManifest kept, LandedChange change, Dataset<Row> touching, Dataset<Row> added)
      throws IOException {
    Set<LocalDate> changed = weeksOf(touching);
    Dataset<Row> stale = landed.parquet(folder().rows(kept, changed), ROWS);
    Dataset<Row> latest =
        LandedDatasets.latestOfEachKey(added.unionByName(stale), DisputeEvent.CONTRACT);
    String name = folder().nextName();
    write(folder().unfinished(name), latest);
    Map<LocalDate, String> made =
        folder().finish(name).stream().collect(Collectors.toMap(week -> week, week -> name));
    KeptManifest now = kept.with(change.inputs(), changed, made);
    log.info(
        "Events of {} weeks are kept anew, {} as they were",
        made.size(),
        now.weeks().size() - made.size());
    return now;
  }

  private static Set<LocalDate> weeksOf(Dataset<Row> events) {
    return events.select(week()).distinct().collectAsList().stream()
        .map(row -> LocalDate.parse(row.getString(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Column week() {
    return ReportingCalendar.weekOf(col(DisputeEvent.OCCURRED_DATE)).cast(DataTypes.StringType);
  }

  /** One file a week. */
  private static void write(Path made, Dataset<Row> latest) throws IOException {
    DurableFiles.deleteTree(made);
    new ParquetFolder(Part.ROWS.in(made))
        .write(
            with(latest, OCCURRED_WEEK, week()).repartition(col(OCCURRED_WEEK)),
            OCCURRED_WEEK.name());
  }

  private Dataset<Row> all(KeptManifest kept) {
    return landed.parquet(folder().all(kept, Part.ROWS), ROWS);
  }

  private Dataset<Row> nothing() {
    return landed.parquet(List.of(), ROWS);
  }

  private KeptFolder folder() {
    return new KeptFolder(
        landed.lake().kept().resolve(DisputeEvent.CONTRACT.name()),
        OCCURRED_WEEK.name(),
        List.of(Part.ROWS));
  }

  private static String definition() {
    return "%s, %s".formatted(Program.VERSION, ROWS.simpleString());
  }
}
