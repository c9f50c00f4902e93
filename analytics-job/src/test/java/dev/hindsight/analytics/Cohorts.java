package dev.hindsight.analytics;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import java.time.LocalDate;
import java.time.ZoneId;

/** The window that the examples lie in. */
public final class Cohorts {
  public static final Cohort JANUARY =
      new Cohort(
          Window.endingOn(LocalDate.parse("2026-01-31"), 31),
          new ReportingCalendar(ZoneId.of("UTC")),
          PriceBands.bundled("EUR"));

  private Cohorts() {}
}
