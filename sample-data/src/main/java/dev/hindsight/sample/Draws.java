package dev.hindsight.sample;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random draws of one entity. Each entity has a stream of its own, so that a change to one leaves
 * the others as they were.
 *
 * <p>Own formulas use {@link StrictMath}: the committed sample must come out the same on every
 * processor.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;

  private Draws(long seed) {
    random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  static Draws of(long seed, Stream stream, long... entity) {
    long mixed = mix(seed + GOLDEN_GAMMA * stream.salt);
    for (long part : entity) {
      mixed = mix(mixed ^ (part + GOLDEN_GAMMA));
    }
    return new Draws(mixed);
  }

  /** What a stream of draws is for. */
  enum Stream {
    RANKS(1),
    SELLER(2),
    PLANTING(3),
    ORDERS(4),
    OPENING(5),
    COURSE(6);

    private final long salt;

    Stream(long salt) {
      this.salt = salt;
    }
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double fraction() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int index(int size) {
    return random.nextInt(size);
  }

  /** A log-normal draw: half of the draws are below the median. */
  double around(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal.sample());
  }

  int poisson(double mean) {
    return mean <= 0 ? 0 : PoissonSampler.of(random, mean).sample();
  }

  /** A gamma draw of mean 1; exactly 1 where the shape is infinite. */
  double gammaOfMeanOne(double shape) {
    return Double.isInfinite(shape)
        ? 1
        : AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / shape).sample();
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
