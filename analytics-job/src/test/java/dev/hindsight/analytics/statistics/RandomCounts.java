package dev.hindsight.analytics.statistics;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Events and sellers as chance makes them, from a seed. */
final class RandomCounts {
  private final SplittableRandom random;
  private final UniformRandomProvider longs;

  RandomCounts(long seed) {
    random = new SplittableRandom(seed);
    longs = random::nextLong;
  }

  double uniform() {
    return random.nextDouble();
  }

  long below(long bound) {
    return random.nextLong(bound);
  }

  /** As likely between 1 and 2 as between 10 and 20. */
  double logUniform(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  long poisson(double mean) {
    return mean == 0 ? 0 : PoissonDistribution.of(mean).createSampler(longs).sample();
  }

  /** A true ratio of mean 1 and the given variance. */
  double ratio(double variance) {
    return variance == 0
        ? 1
        : GammaDistribution.of(1 / variance, variance).createSampler(longs).sample();
  }
}
