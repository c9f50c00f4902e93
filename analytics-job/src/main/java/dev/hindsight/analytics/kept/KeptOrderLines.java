package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.not;

import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.ParquetFolder;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.kept.KeptFolder.Part;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.landed.Transaction;
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
 * The latest rows of order lines by the week ordered, with what is counted of them, kept from night
 * to night ({@link KeptFolder}): what lands makes the weeks again that it has rows of, and no
 * others. A row's key has its date, so that no week knows of another's rows.
 *
 * <p>The caller holds the lake. Killed anywhere, the former manifest stands, and its files with it.
 */
public record KeptOrderLines(LandedDatasets landed, ReportingCalendar calendar) {
  private static final Logger log = LoggerFactory.getLogger(KeptOrderLines.class);

  /** Monday of the week of the order by UTC, as text: Spark guesses other types of folders. */
  private static final Field ORDERED_WEEK = scratch("ordered_week");

  private static final StructType ROWS = SparkTypes.schemaOf(Transaction.CONTRACT);

  private static final StructType LINES =
      new StructType()
          .add(OrderLines.ORDERED_DAY.name(), DataTypes.DateType)
          .add(Transaction.SELLER_ID.name(), DataTypes.StringType)
          .add(Transaction.CATEGORY.name(), DataTypes.StringType)
          .add(Transaction.CURRENCY.name(), DataTypes.StringType)
          .add(OrderLines.TRANSACTION_COUNT.name(), DataTypes.LongType)
          .add(Transaction.AMOUNT.name(), OrderLines.SUM_OF_AMOUNTS);

  private static final StructType ORDERS =
      new StructType()
          .add(OrderLines.ORDERED_DAY.name(), DataTypes.DateType)
          .add(Transaction.SELLER_ID.name(), DataTypes.StringType)
          .add(OrderLines.ORDER_COUNT.name(), DataTypes.LongType);

  /** Brings what is kept up to what has landed. */
  public OrderLines upToDate() throws IOException {
    KeptManifest kept = folder().manifest(definition());
    LandedChange change = LandedChange.since(kept.inputs(), landed.files(), Transaction.CONTRACT);
    if (!change.isTraced()) {
      log.info("Order lines are kept anew: files have come or gone of which no dates are known");
      kept = KeptManifest.nothing(definition());
      change = LandedChange.since(List.of(), landed.files(), Transaction.CONTRACT);
    }
    folder().removeLeftovers(kept);
    if (!change.isNone()) {
      kept = made(kept, change);
      folder().put(kept);
    }
    return new OrderLines(
        all(kept, Part.ROWS, ROWS),
        all(kept, Part.LINES_BY_DAY, LINES),
        all(kept, Part.ORDERS_BY_DAY, ORDERS));
  }

  private KeptManifest made(KeptManifest kept, LandedChange change) throws IOException {
    Set<LocalDate> again = LandedChange.weeksOf(change.gone());
    Set<LocalDate> changed = new TreeSet<>(LandedChange.weeksOf(change.added()));
    changed.addAll(again);
    String name = folder().nextName();
    write(folder().unfinished(name), latest(kept, change, again));
    Map<LocalDate, String> made =
        folder().finish(name).stream().collect(Collectors.toMap(week -> week, week -> name));
    KeptManifest now = kept.with(change.inputs(), changed, made);
    log.info(
        "Order lines of {} weeks are kept anew, {} as they were",
        made.size(),
        now.weeks().size() - made.size());
    return now;
  }

  /**
   * The latest rows of the weeks that changed. Where rows went, nothing that was made of them tells
   * what they had replaced, and all files of those weeks are read.
   */
  private Dataset<Row> latest(KeptManifest kept, LandedChange change, Set<LocalDate> again) {
    Dataset<Row> added = landed.rows(Transaction.CONTRACT, LandedChange.batches(change.added()));
    Set<LocalDate> stale = new TreeSet<>(LandedChange.weeksOf(change.added()));
    stale.removeAll(again);
    Dataset<Row> rows =
        notIn(again, added).unionByName(landed.parquet(folder().rows(kept, stale), ROWS));
    if (!again.isEmpty()) {
      Dataset<Row> landedThen =
          landed.rows(Transaction.CONTRACT, change.batchesIn(again)).where(isIn(again));
      rows = rows.unionByName(landedThen);
    }
    return LandedDatasets.latestOfEachKey(rows, Transaction.CONTRACT);
  }

  private static Dataset<Row> notIn(Set<LocalDate> weeks, Dataset<Row> rows) {
    return weeks.isEmpty() ? rows : rows.where(not(isIn(weeks)));
  }

  private static Column isIn(Set<LocalDate> weeks) {
    return week().isin(weeks.stream().map(LocalDate::toString).toArray());
  }

  private static Column week() {
    return ReportingCalendar.weekOf(col(Transaction.ORDERED_DATE)).cast(DataTypes.StringType);
  }

  private void write(Path made, Dataset<Row> latest) throws IOException {
    DurableFiles.deleteTree(made);
    writePart(with(latest, ORDERED_WEEK, week()), Part.ROWS.in(made));
    if (folder().weeksIn(Part.ROWS.in(made)).isEmpty()) {
      return;
    }
    StructType withWeek = ROWS.add(ORDERED_WEEK.name(), SparkTypes.typeOf(Scalar.TEXT));
    Dataset<Row> rows = new ParquetFolder(Part.ROWS.in(made)).read(landed.spark(), withWeek);
    writePart(OrderLines.linesByDay(rows, calendar, ORDERED_WEEK), Part.LINES_BY_DAY.in(made));
    writePart(OrderLines.ordersByDay(rows, calendar, ORDERED_WEEK), Part.ORDERS_BY_DAY.in(made));
  }

  private static void writePart(Dataset<Row> rows, Path part) {
    new ParquetFolder(part).write(rows, ORDERED_WEEK.name());
  }

  private Dataset<Row> all(KeptManifest kept, Part part, StructType schema) {
    return landed.parquet(folder().all(kept, part), schema);
  }

  private KeptFolder folder() {
    return new KeptFolder(
        landed.lake().kept().resolve(Transaction.CONTRACT.name()),
        ORDERED_WEEK.name(),
        List.of(Part.values()));
  }

  private String definition() {
    return "%s, %s, %s".formatted(Program.VERSION, calendar.zone(), ROWS.simpleString());
  }
}
