package dev.hindsight.analytics.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The share of waits that last longer than a duration, where some are not over yet: S(t) = Π (1 -
 * d/n) over the durations up to t (E. L. Kaplan and P. Meier 1958, doi
 * 10.1080/01621459.1958.10501452). A wait that is censored at the duration at which another ends
 * still was at risk.
 *
 * @param steps one for each duration at which a wait ended, ascending
 */
public record KaplanMeier(List<Step> steps) {
  /** What the product's rounding may lift a survival above the share that it is. */
  private static final double ROUNDING = 1e-12;

  /**
   * @param duration in the caller's unit
   * @param atRisk waits that lasted at least so long
   * @param survival share of waits that last longer
   * @param standardError of the survival, by Greenwood's formula; 0 where the survival is 0
   */
  public record Step(double duration, long atRisk, double survival, double standardError) {}

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * @param counts in any order; a duration may occur more than once, so that parts are merged by
   *     putting them together
   */
  public static KaplanMeier of(Collection<DurationCount> counts) {
    TreeMap<Double, DurationCount> byDuration = new TreeMap<>();
    counts.forEach(count -> byDuration.merge(count.duration(), count, DurationCount::plus));
    long atRisk = counts.stream().mapToLong(count -> count.ended() + count.censored()).sum();
    double survival = 1;
    double greenwood = 0;
    List<Step> steps = new ArrayList<>();
    for (DurationCount count : byDuration.values()) {
      if (count.ended() > 0) {
        long left = atRisk - count.ended();
        survival = left == 0 ? 0 : survival * left / atRisk;
        greenwood += left == 0 ? 0 : (double) count.ended() / atRisk / left;
        steps.add(new Step(count.duration(), atRisk, survival, survival * Math.sqrt(greenwood)));
      }
      atRisk -= count.ended() + count.censored();
    }
    return new KaplanMeier(steps);
  }

  /** The duration within which half of the waits end; absent while more than half last longer. */
  public OptionalDouble median() {
    return quantile(0.5);
  }

  /**
   * The least duration within which a share of the waits end; absent where fewer are known to.
   *
   * @param share above 0, at most 1
   */
  public OptionalDouble quantile(double share) {
    return steps.stream()
        .filter(step -> step.survival() <= 1 - share + ROUNDING)
        .mapToDouble(Step::duration)
        .findFirst();
  }
}
