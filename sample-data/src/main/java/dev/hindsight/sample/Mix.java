package dev.hindsight.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Alternatives and the share that each is drawn with. */
final class Mix<T> {
  private final List<T> alternatives;
  private final double[] shares;

  private Mix(List<T> alternatives, double[] shares) {
    this.alternatives = alternatives;
    this.shares = shares;
  }

  /** Alternatives with shares in proportion to their weights. */
  static <T> Mix<T> of(List<T> alternatives, ToDoubleFunction<? super T> weight) {
    double[] weights = alternatives.stream().mapToDouble(weight).toArray();
    double total = 0;
    for (double each : weights) {
      total += each;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return new Mix<>(List.copyOf(alternatives), weights);
  }

  T draw(Draws draws) {
    double rest = draws.fraction();
    for (int i = 0; i < shares.length; i++) {
      rest -= shares[i];
      if (rest < 0) {
        return alternatives.get(i);
      }
    }
    return alternatives.get(shares.length - 1);
  }

  List<T> alternatives() {
    return alternatives;
  }

  double mean(ToDoubleFunction<? super T> value) {
    double mean = 0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * value.applyAsDouble(alternatives.get(i));
    }
    return mean;
  }

  /** The part of the mean that one alternative contributes, 0 to 1. */
  double shareOfMean(T alternative, ToDoubleFunction<? super T> value) {
    double part = mean(each -> each.equals(alternative) ? value.applyAsDouble(each) : 0);
    return part / mean(value);
  }
}
