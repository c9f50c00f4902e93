package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/** The date that a version is the state of. */
record AsOfDate(InstantSource clock) {

  /**
   * The asked one, else the newest landed day that is over.
   *
   * @throws NightException when nothing has landed
   */
  LocalDate of(NightRequest request, LandedFiles landed) {
    LocalDate asked = request.asOfDate();
    return asked == null ? newest(request, landed) : asked;
  }

  /**
   * The newest landed day that is over.
   *
   * @throws NightException when nothing has landed
   */
  LocalDate newest(NightRequest request, LandedFiles landed) {
    LocalDate yesterday = request.yesterday(clock);
    return landed.current().stream()
        .map(LandedFile::dates)
        .filter(dates -> !dates.isEmpty())
        .map(dates -> dates.get(dates.size() - 1))
        .max(Comparator.naturalOrder())
        .map(newest -> lastOver(newest, request.zone()))
        .map(newest -> newest.isAfter(yesterday) ? yesterday : newest)
        .orElseThrow(
            () ->
                new NightException(
                    "Lake %s holds no transactions and no dispute events; ingest some first"
                        .formatted(request.lake().root())));
  }

  /** The first landed day. */
  static Optional<LocalDate> oldest(LandedFiles landed) {
    return landed.current().stream()
        .map(LandedFile::dates)
        .filter(dates -> !dates.isEmpty())
        .map(dates -> dates.get(0))
        .min(Comparator.naturalOrder());
  }

  /**
   * The last date of the zone that is over when the UTC date is: west of Greenwich it is the day
   * before.
   */
  private static LocalDate lastOver(LocalDate utcDate, ZoneId zone) {
    return LocalDate.ofInstant(utcDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), zone)
        .minusDays(1);
  }
}
