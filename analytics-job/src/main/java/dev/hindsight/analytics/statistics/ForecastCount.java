package dev.hindsight.analytics.statistics;

/**
 * Events beside their forecast, where they vary more than by chance alone. Both are divided by the
 * dispersion before intervals and tests are made as if of Poisson events: the counts that would say
 * as much by chance alone (E. L. Korn and B. I. Graubard 1998, Survey Methodology 24, 193, do so
 * with shares of surveys).
 *
 * @param events 0 or more
 * @param forecast above 0
 * @param dispersion the events' variance as a multiple of Poisson's, 1 or more
 */
public record ForecastCount(long events, double forecast, double dispersion) {
  public ForecastCount {
    if (events < 0
        || !(forecast > 0 && forecast < Double.POSITIVE_INFINITY)
        || !(dispersion >= 1 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%d events of %s forecast with dispersion %s cannot be compared"
              .formatted(events, forecast, dispersion));
    }
  }

  /** The events of one seller. */
  public static ForecastCount of(long events, Forecast forecast) {
    return new ForecastCount(events, forecast.count(), forecast.variance() / forecast.count());
  }

  /** Below 1: fewer than had nothing changed. */
  public double value() {
    return events / forecast;
  }

  /** Exact for the events divided by their dispersion. */
  public Interval interval(double confidence) {
    return EventCount.exact(effectiveEvents(), confidence).dividedBy(effectiveForecast());
  }

  double effectiveEvents() {
    return events / dispersion;
  }

  double effectiveForecast() {
    return forecast / dispersion;
  }
}
