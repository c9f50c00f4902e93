package dev.hindsight.analytics.statistics;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The beta distribution of true rates with the highest likelihood: a = mean / dispersion, b = (1 -
 * mean) / dispersion (J. G. Skellam 1948, doi 10.1111/j.2517-6161.1948.tb00014.x). Where rates
 * scatter no more than by chance, the dispersion is 0 and every rate shrinks to the mean.
 *
 * @param mean of the true rates, 0 to 1
 * @param dispersion 1 / (a + b), 0 or more
 */
public record BetaBinomialFit(double mean, double dispersion) {
  /** Below it the slope is positive, and above 1 less it negative, whatever the shares are. */
  private static final double LEAST_MEAN = 1e-15;

  private static final BrentSolver SOLVER = new BrentSolver(1e-14, 1e-15, 1e-15);

  public BetaBinomialFit {
    boolean isSure = dispersion == 0 && mean >= 0 && mean <= 1;
    if (!isSure && !(dispersion > 0 && Double.isFinite(dispersion) && mean > 0 && mean < 1)) {
      throw new IllegalArgumentException(
          "Mean %s with dispersion %s is no distribution of rates".formatted(mean, dispersion));
    }
  }

  /**
   * @param shares at least one; where all parts are 0, or all are wholes, so is the mean
   */
  public static BetaBinomialFit of(List<Proportion> shares) {
    long parts = shares.stream().mapToLong(Proportion::part).sum();
    long wholes = shares.stream().mapToLong(Proportion::whole).sum();
    double pooled = new Proportion(parts, wholes).value();
    if (parts == 0 || parts == wholes) {
      return new BetaBinomialFit(pooled, 0);
    }
    DoubleUnaryOperator profile =
        dispersion -> logLikelihood(shares, meanAt(shares, dispersion), dispersion);
    double dispersion = new ProfileLikelihood(profile).highest();
    return new BetaBinomialFit(meanAt(shares, dispersion), dispersion);
  }

  /** What is known of a true rate once its own share is seen. */
  public ShrunkenRate shrunken(Proportion share) {
    return new ShrunkenRate(this, share);
  }

  /** The root in the mean of the likelihood's derivative, which falls. */
  private static double meanAt(List<Proportion> shares, double dispersion) {
    return SOLVER.findRoot(
        mean -> shares.stream().mapToDouble(share -> slope(share, mean, dispersion)).sum(),
        LEAST_MEAN,
        1 - LEAST_MEAN);
  }

  private static double slope(Proportion share, double mean, double dispersion) {
    return new RisingProduct(mean, dispersion).logDerivative(share.part())
        - new RisingProduct(1 - mean, dispersion).logDerivative(share.whole() - share.part());
  }

  /** Without the binomial coefficients, which are the same for every fit. */
  private static double logLikelihood(List<Proportion> shares, double mean, double dispersion) {
    return shares.stream()
        .mapToDouble(
            share ->
                new RisingProduct(mean, dispersion).log(share.part())
                    + new RisingProduct(1 - mean, dispersion).log(share.whole() - share.part())
                    - new RisingProduct(1, dispersion).log(share.whole()))
        .sum();
  }
}
