package dev.hindsight.analytics.truth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.gamma.LogGamma;

/** How well the counts of a window are foretold by ratios of the window before it. */
record ForecastLosses(List<WindowPair> pairs) {
  /**
   * A difference of losses.
   *
   * @param standardError as if pairs were independent
   */
  record Gain(double total, double standardError) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f ± %.1f", total, standardError);
    }
  }

  ForecastLosses {
    pairs = List.copyOf(pairs);
  }

  /**
   * The counts foretold: ratio times expected, rescaled to the total observed, so that only who has
   * how much of it is foretold.
   */
  double[] counts(Forecaster forecaster) {
    double[] counts =
        pairs.stream().mapToDouble(pair -> forecaster.ratio(pair) * pair.expected()).toArray();
    double foretold = Arrays.stream(counts).sum();
    double observed = pairs.stream().mapToLong(WindowPair::observed).sum();
    return Arrays.stream(counts).map(count -> count * observed / foretold).toArray();
  }

  /** The mean over pairs of {@link #loss(double, long)}. */
  double loss(Forecaster forecaster) {
    return Arrays.stream(losses(forecaster)).average().orElseThrow();
  }

  /** What the shrunken ratios lose less than another forecaster, over all pairs. */
  Gain gainOver(Forecaster other) {
    double[] gains = losses(other);
    double[] shrunken = losses(Forecaster.SHRUNKEN);
    for (int i = 0; i < gains.length; i++) {
      gains[i] -= shrunken[i];
    }
    double mean = Arrays.stream(gains).average().orElseThrow();
    double squares = Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum();
    return new Gain(Arrays.stream(gains).sum(), Math.sqrt(squares));
  }

  Forecaster best() {
    return Arrays.stream(Forecaster.values())
        .min(Comparator.comparingDouble(this::loss))
        .orElseThrow();
  }

  private double[] losses(Forecaster forecaster) {
    double[] losses = counts(forecaster);
    for (int i = 0; i < losses.length; i++) {
      losses[i] = loss(losses[i], pairs.get(i).observed());
    }
    return losses;
  }

  /** -ln P(X = observed), X Poisson with the mean foretold. */
  static double loss(double foretold, long observed) {
    double events = observed == 0 ? 0 : observed * Math.log(foretold);
    return foretold - events + LogGamma.value(observed + 1.0);
  }
}
