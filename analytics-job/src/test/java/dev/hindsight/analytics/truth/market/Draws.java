package dev.hindsight.analytics.truth.market;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Random draws, the same for the same seed. */
final class Draws {
  private final SplittableRandom random;

  Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double fraction() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int index(int size) {
    return random.nextInt(size);
  }

  <T> T one(List<T> values) {
    return values.get(index(values.size()));
  }

  <T> T weighted(List<T> values, ToDoubleFunction<T> weight) {
    double rest = random.nextDouble() * values.stream().mapToDouble(weight).sum();
    for (T value : values) {
      rest -= weight.applyAsDouble(value);
      if (rest < 0) {
        return value;
      }
    }
    return values.get(values.size() - 1);
  }

  /** Log-normal. */
  double around(double median, double sigma) {
    return median * Math.exp(sigma * random.nextGaussian());
  }

  /** Gamma of a whole shape, mean 1; 1 where the shape is {@link Conditions#ALIKE}. */
  double gammaOfMeanOne(int shape) {
    if (shape == Conditions.ALIKE) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum += random.nextExponential();
    }
    return sum / shape;
  }

  /** By the waiting times between events. */
  int poisson(double mean) {
    int count = 0;
    for (double time = random.nextExponential(); time < mean; time += random.nextExponential()) {
      count++;
    }
    return count;
  }
}
