package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.LandedFiles;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** The dates of a back-fill, both ends included. */
public record BackFill(LocalDate first, LocalDate last) {
  public BackFill {
    if (first.isAfter(last)) {
      throw new NightException(
          "--from: %s is after --to, %s; write --from %s --to %s"
              .formatted(first, last, last, first));
    }
  }

  List<LocalDate> dates() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /**
   * Checks the dates before anything is done.
   *
   * @throws NightException when the last is not over
   */
  public void requireOver(NightRequest request, InstantSource clock) {
    LocalDate yesterday = request.yesterday(clock);
    if (last.isAfter(yesterday)) {
      throw new NightException(
          "--to: %s is not over; the latest possible is %s".formatted(last, yesterday));
    }
  }

  /**
   * Checks the dates against what has landed: what a night without {@code --as-of} would take is
   * the last possible one.
   *
   * @throws NightException when an end has nothing to be made of
   */
  void requireLanded(NightRequest request, LandedFiles landed, AsOfDate asOfDate) {
    LocalDate newest = asOfDate.newest(request, landed);
    if (last.isAfter(newest)) {
      throw new NightException(
          "--to: %s is after the newest landed day that is over; the latest possible is %s"
              .formatted(last, newest));
    }
    LocalDate oldest = AsOfDate.oldest(landed).orElse(newest);
    if (first.isBefore(oldest)) {
      throw new NightException(
          "--from: %s is before the first landed day; the earliest possible is %s"
              .formatted(first, oldest));
    }
  }

  @Override
  public String toString() {
    return "--from %s --to %s".formatted(first, last);
  }
}
