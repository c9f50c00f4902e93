package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;

/** The date that a version is the state of. */
record AsOfDate(InstantSource clock) {

  /**
   * The asked one, else the newest landed day that is over.
   *
   * @throws NightException when the asked one is not over, or nothing has landed
   */
  LocalDate of(NightRequest request, LandedFiles landed) {
    LocalDate yesterday = yesterday(request);
    LocalDate asked = request.asOfDate();
    if (asked != null) {
      if (asked.isAfter(yesterday)) {
        throw new NightException(
            "--as-of: %s is not over; the last day that is is %s".formatted(asked, yesterday));
      }
      return asked;
    }
    return landed.current().stream()
        .map(LandedFile::dates)
        .filter(dates -> !dates.isEmpty())
        .map(dates -> dates.get(dates.size() - 1))
        .max(Comparator.naturalOrder())
        .map(newest -> newest.isAfter(yesterday) ? yesterday : newest)
        .orElseThrow(
            () ->
                new NightException(
                    "Lake %s holds no transactions and no dispute events; ingest some first"
                        .formatted(request.lake().root())));
  }

  /** The last day that is over in the reporting time zone. */
  LocalDate yesterday(NightRequest request) {
    return LocalDate.ofInstant(clock.instant(), request.zone()).minusDays(1);
  }
}
