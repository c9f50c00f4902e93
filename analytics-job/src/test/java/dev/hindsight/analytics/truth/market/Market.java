package dev.hindsight.analytics.truth.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A marketplace with known problems: sellers that grow, begin and stop, orders of several lines
 * that are disputed together, rates that depend on category, price, season, carrier, region and
 * service level, and parcels that the marketplace ships.
 */
public final class Market {
  private static final double[] WEEKDAYS = {1.06, 0.98, 0.95, 0.94, 0.92, 1.02, 1.13};

  /** How long ago the oldest sellers began; only the last of these days are looked at. */
  private static final int AGE_DAYS = 187;

  private final LocalDate lastDay;
  private final int days;
  private final Draws draws;
  private final List<Seller> sellers;

  /**
   * @param days up to the last one; fewer than half a year
   * @param seed of all that is drawn
   */
  public Market(Conditions conditions, int sellerCount, LocalDate lastDay, int days, long seed) {
    this.lastDay = lastDay;
    this.days = days;
    this.draws = new Draws(seed);
    this.sellers = new Sellers(conditions, draws).of(sellerCount);
  }

  /** The answer key. */
  public List<PlantedProblem> truth() {
    List<PlantedProblem> truth = new ArrayList<>();
    for (Seller seller : sellers) {
      Problem problem = seller.problem();
      if (problem != null) {
        truth.add(
            new PlantedProblem(
                seller.id(), problem.complaint().name(), problem.driver(), problem.driverShare()));
      }
    }
    return truth;
  }

  /** What is ordered in the days, and disputed of it. */
  public MarketLogs logs() {
    MarketLogs logs = new MarketLogs();
    OrderDraws orders = new OrderDraws(draws);
    for (int day = 0; day < days; day++) {
      LocalDate date = lastDay.minusDays(days - 1L - day);
      double elapsed = 1 - (double) (days - day) / AGE_DAYS;
      for (Seller seller : sellers) {
        int count = draws.poisson(orderCount(seller, date, elapsed));
        for (int order = 0; order < count; order++) {
          logs.add(orders.order(seller, date));
        }
      }
    }
    return logs;
  }

  private static double orderCount(Seller seller, LocalDate date, double elapsed) {
    return seller.dailyLines()
        / OrderDraws.LINES_PER_ORDER
        * seller.lifecycle().trade(elapsed)
        * WEEKDAYS[date.getDayOfWeek().getValue() - 1];
  }
}
