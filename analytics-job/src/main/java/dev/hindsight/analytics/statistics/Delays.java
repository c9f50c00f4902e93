package dev.hindsight.analytics.statistics;

import java.util.Arrays;

/**
 * How long after an order its dispute is opened, from orders that are not all old enough to tell: a
 * dispute is only seen when it was opened before today. For such right-truncated delays the
 * maximum-likelihood estimate is the product F(t) = Π over s above t of (1 - d(s) / n(s)), where
 * d(s) disputes were opened after s days, and n(s) after at most s days on orders at least s days
 * old (D. Lynden-Bell 1971, doi 10.1093/mnras/155.1.95; J. F. Lawless 1994, doi 10.2307/3315820).
 * It is Kaplan and Meier's, backwards, and the chain ladder of insurers.
 *
 * <p>What happens after the horizon no order can tell; F of the horizon is 1.
 */
public final class Delays {
  /** Days after an order within which its disputes are opened, as far as is told. */
  public static final int HORIZON = 120;

  /** Disputes on orders as old as the horizon below which there is no history to estimate from. */
  static final long FEWEST_SEEN_WHOLE = 30;

  private final long[][] counts = new long[HORIZON + 1][HORIZON + 1];

  /**
   * Adds disputes; those with a delay beyond the horizon are left out.
   *
   * @param delay days from order to opening, 0 or more
   * @param age days from order to today, at least the delay
   */
  public void add(int delay, int age, long count) {
    if (delay < 0 || age < delay) {
      throw new IllegalArgumentException(
          "A delay of %d days cannot be seen at an age of %d".formatted(delay, age));
    }
    if (delay <= HORIZON) {
      counts[delay][Math.min(age, HORIZON)] += count;
    }
  }

  /** Whether enough orders are as old as the horizon. */
  public boolean isHistoryLongEnough() {
    return Arrays.stream(counts).mapToLong(ages -> ages[HORIZON]).sum() >= FEWEST_SEEN_WHOLE;
  }

  /** F of each delay from 0 to the horizon: the share of disputes opened within so many days. */
  public double[] shares() {
    double[] shares = new double[HORIZON + 1];
    shares[HORIZON] = 1;
    for (int delay = HORIZON; delay > 0; delay--) {
      long opened = Arrays.stream(counts[delay], delay, HORIZON + 1).sum();
      long atRisk = openedWithin(delay);
      shares[delay - 1] = atRisk == 0 ? shares[delay] : shares[delay] * (atRisk - opened) / atRisk;
    }
    return shares;
  }

  private long openedWithin(int delay) {
    long opened = 0;
    for (int earlier = 0; earlier <= delay; earlier++) {
      opened += Arrays.stream(counts[earlier], delay, HORIZON + 1).sum();
    }
    return opened;
  }
}
