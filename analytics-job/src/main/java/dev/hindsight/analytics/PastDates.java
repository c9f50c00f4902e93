package dev.hindsight.analytics;

import static dev.hindsight.analytics.dataset.Columns.col;

import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.dataset.NoRows;
import dev.hindsight.analytics.restatements.CountedDates;
import dev.hindsight.analytics.restatements.Restatements;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.Restatement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what this version says differently from the one before about past dates.
 *
 * @param earlier the version before; absent when this is the first
 */
record PastDates(
    AnalysisSettings settings, CountedDates counted, @Nullable EarlierVersion earlier) {
  private static final Logger log = LoggerFactory.getLogger(PastDates.class);

  /**
   * Writes {@code restatements}: no row without a version before that can be compared.
   *
   * @param now the daily counts of this version
   * @param disputesAsOf disputes as of an earlier date, with what has landed by now
   */
  @Nullable Comparison write(
      Dataset<Row> now, Function<LocalDate, Dataset<Row>> disputesAsOf, MartWriter marts)
      throws IOException {
    if (earlier == null) {
      writeNothing(now, marts);
      return null;
    }
    Optional<Dataset<Row>> before = earlier.mart(DailyCounts.CONTRACT);
    String obstacle = before.isEmpty() ? "it has no daily counts" : obstacle(earlier.manifest());
    String version = earlier.name().toString();
    if (before.isEmpty() || obstacle != null) {
      writeNothing(now, marts);
      log.info("Version {} is not compared with: {}", version, obstacle);
      return new Comparison(version, obstacle, 0);
    }
    Dataset<Row> changes = changes(earlier, before.get(), now, disputesAsOf);
    long restated = restatedDates(marts.writeOneFile(changes, Restatement.CONTRACT)).count();
    log.info("Version {} said otherwise about {} past dates", version, restated);
    return new Comparison(version, null, restated);
  }

  private Dataset<Row> changes(
      EarlierVersion earlier,
      Dataset<Row> before,
      Dataset<Row> now,
      Function<LocalDate, Dataset<Row>> disputesAsOf) {
    LocalDate date = earlier.name().asOfDate();
    Dataset<Row> known =
        date.equals(settings.asOfDate())
            ? now
            : counted.withDisputes(now, disputesAsOf.apply(date));
    String currency = counted.money().currency();
    boolean isSameCurrency = currency.equals(earlier.manifest().reportingCurrency());
    return new Restatements(earlier.name(), settings.asOfDate(), isSameCurrency ? currency : null)
        .from(before, known, now);
  }

  /** Why numbers of that version differ from this one's without any file being late. */
  private @Nullable String obstacle(VersionManifest before) {
    if (!before.reportingTimeZone().equals(settings.zone().getId())) {
      return "it counts by the dates of %s, not of %s"
          .formatted(before.reportingTimeZone(), settings.zone().getId());
    }
    if (!before.program().equals(Program.VERSION)) {
      return "it was made by %s, not by %s".formatted(before.program(), Program.VERSION);
    }
    return null;
  }

  private static Dataset<Row> restatedDates(Dataset<Row> restatements) {
    return restatements
        .where(col(Restatement.IS_RESTATED))
        .select(col(Restatement.COUNTED_DATE))
        .distinct();
  }

  private static void writeNothing(Dataset<Row> now, MartWriter marts) throws IOException {
    marts.write(NoRows.of(now.sparkSession(), Restatement.CONTRACT), Restatement.CONTRACT);
  }
}
