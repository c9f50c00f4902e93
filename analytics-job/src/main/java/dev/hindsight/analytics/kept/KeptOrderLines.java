package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.not;

import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.ParquetFolder;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.dataset.SparkPath;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.landed.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest rows of order lines by the week ordered, with what is counted of them, kept from night
 * to night: what lands makes the weeks again that it has rows of, and no others. A row's key has
 * its date, so that no week knows of another's rows.
 *
 * <pre>
 * LAKE/_kept/transactions/_kept.json
 * LAKE/_kept/transactions/made-7/rows/ordered_week=2026-03-09/*.parquet
 * LAKE/_kept/transactions/made-7/lines_by_day/…, orders_by_day/…
 * </pre>
 *
 * <p>The caller holds the lake. Killed anywhere, the former manifest stands, and its files with it.
 */
public record KeptOrderLines(LandedDatasets landed, ReportingCalendar calendar) {
  private static final Logger log = LoggerFactory.getLogger(KeptOrderLines.class);

  /** Monday of the week of the order by UTC, as text: Spark guesses other types of folders. */
  private static final Field ORDERED_WEEK = scratch("ordered_week");

  private static final String MANIFEST = "_kept.json";
  private static final String MADE = "made-";
  private static final String ROWS = "rows";
  private static final String LINES = "lines_by_day";
  private static final String ORDERS = "orders_by_day";

  private static final StructType COUNTED_LINES =
      new StructType()
          .add(OrderLines.ORDERED_DAY.name(), DataTypes.DateType)
          .add(Transaction.SELLER_ID.name(), DataTypes.StringType)
          .add(Transaction.CATEGORY.name(), DataTypes.StringType)
          .add(Transaction.CURRENCY.name(), DataTypes.StringType)
          .add(OrderLines.TRANSACTION_COUNT.name(), DataTypes.LongType)
          .add(Transaction.AMOUNT.name(), DataTypes.createDecimalType(28, 4));

  private static final StructType COUNTED_ORDERS =
      new StructType()
          .add(OrderLines.ORDERED_DAY.name(), DataTypes.DateType)
          .add(Transaction.SELLER_ID.name(), DataTypes.StringType)
          .add(OrderLines.ORDER_COUNT.name(), DataTypes.LongType);

  /** Brings what is kept up to what has landed. */
  public OrderLines upToDate() throws IOException {
    KeptManifest kept = manifest();
    LandedChange change = LandedChange.since(kept.inputs(), landed.files(), Transaction.CONTRACT);
    if (!change.isTraced()) {
      log.info("Order lines are kept anew: files have landed of which no dates are known");
      kept = KeptManifest.nothing(definition());
      change = LandedChange.since(List.of(), landed.files(), Transaction.CONTRACT);
    }
    removeLeftovers(kept);
    if (change.isNone()) {
      return read(kept);
    }
    KeptManifest now = made(kept, change);
    SparkManifests.write(folder().resolve(MANIFEST), now);
    removeLeftovers(now);
    return read(now);
  }

  private KeptManifest made(KeptManifest kept, LandedChange change) throws IOException {
    Set<LocalDate> again = LandedChange.weeksOf(change.gone());
    Set<LocalDate> changed = new TreeSet<>(LandedChange.weeksOf(change.added()));
    changed.addAll(again);
    String name = nextName();
    Path unfinished = folder().resolve("." + name);
    write(unfinished, latest(kept, change, again));
    DurableFiles.moveIntoPlace(unfinished, folder().resolve(name));
    TreeMap<LocalDate, String> folders = new TreeMap<>();
    for (LocalDate week : weeksIn(folder().resolve(name).resolve(ROWS))) {
      folders.put(week, name);
    }
    log.info(
        "Order lines of {} weeks are kept anew, {} as they were",
        folders.size(),
        kept.weeks().keySet().stream().filter(week -> !changed.contains(week)).count());
    return kept.with(change.inputs(), changed, folders);
  }

  /**
   * The latest rows of the weeks that changed. Where rows went, nothing that was made of them tells
   * what they had replaced, and all files of those weeks are read.
   */
  private Dataset<Row> latest(KeptManifest kept, LandedChange change, Set<LocalDate> again) {
    Dataset<Row> added =
        inWeeks(
            landed.rows(Transaction.CONTRACT, LandedChange.batches(change.added())), again, false);
    List<String> stale =
        LandedChange.weeksOf(change.added()).stream()
            .filter(week -> kept.weeks().containsKey(week) && !again.contains(week))
            .map(week -> path(kept, week, ROWS))
            .toList();
    Dataset<Row> rows =
        added.unionByName(parquet(stale, SparkTypes.schemaOf(Transaction.CONTRACT)));
    if (!again.isEmpty()) {
      rows =
          rows.unionByName(
              inWeeks(landed.rows(Transaction.CONTRACT, change.batchesIn(again)), again, true));
    }
    return LandedDatasets.latestOfEachKey(rows, Transaction.CONTRACT);
  }

  private static Dataset<Row> inWeeks(Dataset<Row> rows, Set<LocalDate> weeks, boolean isIn) {
    if (weeks.isEmpty()) {
      return rows;
    }
    Column isOfOne = week().isin(weeks.stream().map(LocalDate::toString).toArray());
    return rows.where(isIn ? isOfOne : not(isOfOne));
  }

  private static Column week() {
    return ReportingCalendar.weekOf(col(Transaction.ORDERED_DATE)).cast(DataTypes.StringType);
  }

  private void write(Path made, Dataset<Row> latest) throws IOException {
    DurableFiles.deleteTree(made);
    partitioned(with(latest, ORDERED_WEEK, week()), made.resolve(ROWS));
    StructType withWeek =
        SparkTypes.schemaOf(Transaction.CONTRACT).add(ORDERED_WEEK.name(), DataTypes.StringType);
    if (weeksIn(made.resolve(ROWS)).isEmpty()) {
      return;
    }
    Dataset<Row> rows = new ParquetFolder(made.resolve(ROWS)).read(landed.spark(), withWeek);
    partitioned(OrderLines.linesByDay(rows, calendar, ORDERED_WEEK), made.resolve(LINES));
    partitioned(OrderLines.ordersByDay(rows, calendar, ORDERED_WEEK), made.resolve(ORDERS));
  }

  private static void partitioned(Dataset<Row> rows, Path folder) {
    new ParquetFolder(folder).write(rows, ORDERED_WEEK.name());
  }

  private OrderLines read(KeptManifest kept) {
    return new OrderLines(
        all(kept, ROWS, SparkTypes.schemaOf(Transaction.CONTRACT)),
        all(kept, LINES, COUNTED_LINES),
        all(kept, ORDERS, COUNTED_ORDERS));
  }

  private Dataset<Row> all(KeptManifest kept, String what, StructType schema) {
    return parquet(
        kept.weeks().keySet().stream().sorted().map(week -> path(kept, week, what)).toList(),
        schema);
  }

  private Dataset<Row> parquet(List<String> paths, StructType schema) {
    return paths.isEmpty()
        ? landed.spark().createDataFrame(List.of(), schema)
        : landed.spark().read().schema(schema).parquet(paths.toArray(String[]::new));
  }

  private String path(KeptManifest kept, LocalDate week, String what) {
    return SparkPath.of(
        folder()
            .resolve(kept.weeks().get(week))
            .resolve(what)
            .resolve(ORDERED_WEEK.name() + "=" + week));
  }

  private Path folder() {
    return landed.lake().kept().resolve(Transaction.CONTRACT.name());
  }

  private KeptManifest manifest() throws IOException {
    Path file = folder().resolve(MANIFEST);
    if (Files.exists(file)) {
      KeptManifest kept = SparkManifests.read(file, KeptManifest.class);
      if (kept.definition().equals(definition())) {
        return kept;
      }
      log.info("Order lines are kept anew: they were kept by {}", kept.definition());
    }
    return KeptManifest.nothing(definition());
  }

  private String definition() {
    return "%s, %s, %s"
        .formatted(
            Program.VERSION,
            calendar.zone(),
            SparkTypes.schemaOf(Transaction.CONTRACT).simpleString());
  }

  private String nextName() throws IOException {
    int last = 0;
    for (Path made : entries(folder())) {
      String name = made.getFileName().toString();
      if (name.startsWith(MADE)) {
        last = Math.max(last, Integer.parseInt(name.substring(MADE.length())));
      }
    }
    return MADE + (last + 1);
  }

  /** What a killed night left, and what newer weeks have replaced. */
  private void removeLeftovers(KeptManifest kept) throws IOException {
    Set<String> named = new HashSet<>(kept.weeks().values());
    for (Path entry : entries(folder())) {
      String name = entry.getFileName().toString();
      if (!name.equals(MANIFEST) && !named.contains(name)) {
        DurableFiles.deleteTree(entry);
      } else if (named.contains(name)) {
        removeReplaced(entry, kept);
      }
    }
  }

  private static void removeReplaced(Path made, KeptManifest kept) throws IOException {
    String name = made.getFileName().toString();
    for (LocalDate week : weeksIn(made.resolve(ROWS))) {
      if (!name.equals(kept.weeks().get(week))) {
        for (String what : List.of(LINES, ORDERS, ROWS)) { // the rows last: they are looked for
          DurableFiles.deleteTree(made.resolve(what).resolve(ORDERED_WEEK.name() + "=" + week));
        }
      }
    }
  }

  private static Set<LocalDate> weeksIn(Path rows) throws IOException {
    Set<LocalDate> weeks = new TreeSet<>();
    for (Path entry : entries(rows)) {
      String name = entry.getFileName().toString();
      if (name.startsWith(ORDERED_WEEK.name() + "=")) {
        weeks.add(LocalDate.parse(name.substring(ORDERED_WEEK.name().length() + 1)));
      }
    }
    return weeks;
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
