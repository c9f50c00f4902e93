package dev.hindsight.analytics.statistics;

/**
 * Sellers together, each with its events beside their forecast.
 *
 * @param sellers 0 or more
 * @param events of all
 * @param forecast of all
 * @param forecastVariance the sum of {@link Forecast#variance}
 * @param squaredResiduals over sellers, the sum of (events - forecast x all events / all forecast)²
 */
public record ForecastGroup(
    long sellers, long events, double forecast, double forecastVariance, double squaredResiduals) {
  /** Of fewer it cannot be told how they differ; nor, with one in ten, whom chance has chosen. */
  public static final long FEWEST_SELLERS = 10;

  /** Of less, a halving is nothing but chance. */
  public static final double LEAST_FORECAST = 10;

  /** Nobody. */
  public static final ForecastGroup EMPTY = new ForecastGroup(0, 0, 0, 0, 0);

  /** Whether it is large enough to be compared; by size, never by its events. */
  public boolean isComparable() {
    return sellers >= FEWEST_SELLERS && forecast >= LEAST_FORECAST;
  }

  /** Whether anything was to be expected of it. */
  public boolean hasForecast() {
    return forecast > 0;
  }

  /**
   * The events' variance as a multiple of Poisson's, 1 or more: what the baselines leave open, or
   * how the sellers differ from what all of them have, whichever is more. The second also knows of
   * ratios that change by themselves, and of causes of one seller that change together.
   */
  public double dispersion() {
    double ofBaselines = forecastVariance / forecast;
    double ofSellers =
        sellers > 1 && events > 0 ? squaredResiduals / events * sellers / (sellers - 1) : 1;
    return Math.max(1, Math.max(ofBaselines, ofSellers));
  }

  /** All of them as one count. */
  public ForecastCount total() {
    return new ForecastCount(events, forecast, dispersion());
  }
}
