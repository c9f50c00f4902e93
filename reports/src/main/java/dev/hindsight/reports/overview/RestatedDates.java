package dev.hindsight.reports.overview;

import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.marts.DailyMeasure;
import dev.hindsight.reports.overview.Changes.Measure;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of {@code restatements}. */
final class RestatedDates {
  /** What of a row of {@code restatements} is added up. */
  record Row(
      LocalDate countedDate,
      DailyMeasure measure,
      String earlierVersion,
      long restatedCount,
      long maturedCount,
      boolean isRestated) {
    Measure sum() {
      return new Measure(
          Figures.words(measure.name()),
          isRestated ? 1 : 0,
          restatedCount,
          isRestated ? 0 : 1,
          maturedCount);
    }
  }

  private final Map<DailyMeasure, Measure> measures = new EnumMap<>(DailyMeasure.class);
  private final Set<LocalDate> corrected = new HashSet<>();
  private final Set<LocalDate> changed = new HashSet<>();
  private @Nullable String earlierVersion;

  void add(Row row) {
    measures.merge(row.measure(), row.sum(), RestatedDates::plus);
    earlierVersion = row.earlierVersion();
    changed.add(row.countedDate());
    if (row.isRestated()) {
      corrected.add(row.countedDate());
    }
  }

  private static Measure plus(Measure one, Measure other) {
    return new Measure(
        one.name(),
        one.correctedDates() + other.correctedDates(),
        one.corrected() + other.corrected(),
        one.grownDates() + other.grownDates(),
        one.grown() + other.grown());
  }

  Changes changes(Optional<VersionManifest> manifest) {
    Optional<VersionManifest.Comparison> comparison =
        manifest.flatMap(known -> Optional.ofNullable(known.comparison()));
    return new Changes(
        comparison.map(VersionManifest.Comparison::version).orElse(earlierVersion),
        comparison.map(VersionManifest.Comparison::obstacle).orElse(null),
        corrected.size(),
        changed.size() - corrected.size(),
        measures.values().stream().toList());
  }
}
