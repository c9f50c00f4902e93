package dev.hindsight.analytics.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often a group's cases end in one way, beside how often like cases of all other groups do.
 *
 * <p>The test holds the margins of each stratum: were all decided alike, the group's part of a
 * stratum's hits would be hypergeometric. The sum over strata is compared exactly, or, where many
 * are expected on both sides, by Mantel and Haenszel's normal approximation with continuity
 * correction (N. Mantel and W. Haenszel 1959, doi 10.1093/jnci/22.4.719). The others are a sample,
 * too: a binomial test against their share would accuse large groups among small ones.
 *
 * @param strata at least one, each with own cases and others
 */
public record StratifiedShares(List<Stratum> strata) {
  /** Variance above which the normal approximation serves. */
  private static final double LARGE_VARIANCE = 100;

  /**
   * Cases that are alike.
   *
   * @param own the group's, above 0
   * @param ownHits of those, 0 to own
   * @param others those of all other groups, above 0
   * @param otherHits of those, 0 to others
   */
  public record Stratum(long own, long ownHits, long others, long otherHits) {
    public Stratum {
      if (own <= 0 || ownHits < 0 || ownHits > own) {
        throw new IllegalArgumentException("%d of %d is no share".formatted(ownHits, own));
      }
      if (others <= 0 || otherHits < 0 || otherHits > others) {
        throw new IllegalArgumentException("%d of %d is no share".formatted(otherHits, others));
      }
    }

    double expected() {
      return (double) own * otherHits / others;
    }

    /** The mean of the group's hits, given all hits. */
    double mean() {
      return (double) own * hits() / all();
    }

    double variance() {
      double share = (double) hits() / all();
      return own * share * (1 - share) * others / (all() - 1.0);
    }

    private long all() {
      return own + others;
    }

    private long hits() {
      return ownHits + otherHits;
    }

    private long fewest() {
      return Math.max(0, hits() - others);
    }

    private long most() {
      return Math.min(own, hits());
    }

    /** Probabilities of the group's hits, from the fewest to the most that there can be. */
    private double[] probabilities() {
      HypergeometricDistribution distribution =
          HypergeometricDistribution.of(
              Math.toIntExact(all()), Math.toIntExact(hits()), Math.toIntExact(own));
      double[] probabilities = new double[Math.toIntExact(most() - fewest() + 1)];
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = distribution.probability(Math.toIntExact(fewest() + i));
      }
      return probabilities;
    }
  }

  public StratifiedShares {
    strata = List.copyOf(strata);
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to compare without a stratum");
    }
  }

  public long own() {
    return strata.stream().mapToLong(Stratum::own).sum();
  }

  public long observed() {
    return strata.stream().mapToLong(Stratum::ownHits).sum();
  }

  /** The hits that the group would have had at the others' share of each stratum. */
  public double expected() {
    return strata.stream().mapToDouble(Stratum::expected).sum();
  }

  /** Observed less expected share, -1 to 1. */
  public double difference() {
    return (observed() - expected()) / own();
  }

  /**
   * The interval of the difference, from Wilson's intervals of both shares (R. G. Newcombe 1998,
   * doi 10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10). The
   * expected share is as sure as one of so many cases as would vary as much: own² / Σ own(s)² /
   * others(s).
   */
  public Interval interval(double confidence) {
    Wilson observed = new Wilson((double) observed() / own(), own(), confidence);
    double weights =
        strata.stream()
            .mapToDouble(stratum -> (double) stratum.own() * stratum.own() / stratum.others())
            .sum();
    Wilson expected = new Wilson(expected() / own(), (double) own() * own() / weights, confidence);
    return new Interval(
        Math.max(-1, difference() - Math.hypot(observed.below(), expected.above())),
        Math.min(1, difference() + Math.hypot(observed.above(), expected.below())));
  }

  /** Two-sided: twice the lesser tail, at most 1. */
  public double pValue() {
    double variance = strata.stream().mapToDouble(Stratum::variance).sum();
    return variance > LARGE_VARIANCE ? normal(variance) : exact();
  }

  private double normal(double variance) {
    double mean = strata.stream().mapToDouble(Stratum::mean).sum();
    double distance = Math.max(0, Math.abs(observed() - mean) - 0.5);
    return Math.min(
        1, 2 * NormalDistribution.of(0, 1).survivalProbability(distance / Math.sqrt(variance)));
  }

  private double exact() {
    double[] sum = {1};
    long fewest = 0;
    for (Stratum stratum : strata) {
      sum = convolved(sum, stratum.probabilities());
      fewest += stratum.fewest();
    }
    int place = Math.toIntExact(observed() - fewest);
    double atMost = 0;
    double atLeast = 0;
    for (int i = 0; i < sum.length; i++) {
      atMost += i <= place ? sum[i] : 0;
      atLeast += i >= place ? sum[i] : 0;
    }
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  private static double[] convolved(double[] left, double[] right) {
    double[] sum = new double[left.length + right.length - 1];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        sum[i + j] += left[i] * right[j];
      }
    }
    return sum;
  }

  /** How far Wilson's interval reaches to both sides of a share of so many cases. */
  private record Wilson(double share, double cases, double confidence) {
    double below() {
      return Math.max(0, share - (middle() - reach()));
    }

    double above() {
      return Math.max(0, middle() + reach() - share);
    }

    private double middle() {
      return (share + squaredQuantile() / 2 / cases) / (1 + squaredQuantile() / cases);
    }

    private double reach() {
      double variance = share * (1 - share) / cases + squaredQuantile() / 4 / cases / cases;
      return Math.sqrt(squaredQuantile() * variance) / (1 + squaredQuantile() / cases);
    }

    private double squaredQuantile() {
      double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
      return z * z;
    }
  }
}
