package dev.hindsight.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives some sellers a problem. The first three are always of the same kinds, for sellers large
 * enough that a report about them is worth reading; the others are drawn.
 */
final class ProblemPlanting {
  /** A problem is planted where the cause would be disputed this often without it. */
  private static final double FEWEST_ORDINARY_DISPUTES = 5;

  /** The largest sellers are what everybody else is compared with. */
  private static final int LARGEST_LEFT_OUT = 5;

  private static final List<Cause> CAUSES =
      List.of(
          Cause.DAMAGED_IN_TRANSIT,
          Cause.LATE_DELIVERY,
          Cause.NOT_AS_DESCRIBED,
          Cause.DEFECTIVE,
          Cause.ITEM_NOT_RECEIVED);

  private static final List<Driver.Dimension> SHOWCASE_DIMENSIONS =
      List.of(Driver.Dimension.SKU, Driver.Dimension.CARRIER, Driver.Dimension.NONE);

  private final SampleRequest request;
  private final MarketConditions conditions;
  private final Draws draws;

  ProblemPlanting(SampleRequest request, MarketConditions conditions) {
    this.request = request;
    this.conditions = conditions;
    this.draws = Draws.of(request.seed(), Draws.Stream.PLANTING);
  }

  List<Seller> plantedIn(List<Seller> sellers) {
    Map<Integer, PlantedProblem> problems = problems(candidates(sellers));
    return sellers.stream().map(seller -> planted(seller, problems)).toList();
  }

  private static Seller planted(Seller seller, Map<Integer, PlantedProblem> problems) {
    PlantedProblem problem = problems.get(seller.number());
    return problem == null ? seller : seller.with(problem);
  }

  /** Sellers large enough, the largest first. */
  private List<Seller> candidates(List<Seller> sellers) {
    return sellers.stream()
        .filter(seller -> trades(seller.trade().lifecycle()))
        .filter(seller -> ordinaryDisputes(seller) >= FEWEST_ORDINARY_DISPUTES)
        .sorted(Comparator.comparingDouble(seller -> -seller.trade().dailyLines()))
        .toList();
  }

  private static boolean trades(Lifecycle lifecycle) {
    return lifecycle == Lifecycle.STEADY || lifecycle == Lifecycle.GROWING;
  }

  private double ordinaryDisputes(Seller seller) {
    double rate = seller.catalogue().mean(article -> article.rate(Cause.LATE_DELIVERY));
    return seller.trade().dailyLines() * request.days() * rate;
  }

  private Map<Integer, PlantedProblem> problems(List<Seller> candidates) {
    long count = Math.round(conditions.plantedShare() * candidates.size());
    List<Seller> left = new ArrayList<>(candidates);
    Map<Integer, PlantedProblem> problems = new HashMap<>();
    while (problems.size() < count) {
      int planted = problems.size();
      boolean showcase = planted < SHOWCASE_DIMENSIONS.size() && left.size() > 1;
      int place = showcase ? Math.min(LARGEST_LEFT_OUT, left.size() - 1) : draws.index(left.size());
      Seller seller = left.remove(place);
      problems.put(seller.number(), showcase ? showcase(seller, planted) : drawn(seller));
    }
    return problems;
  }

  private PlantedProblem showcase(Seller seller, int place) {
    Cause cause = CAUSES.get(place);
    Driver driver = driver(seller, cause, SHOWCASE_DIMENSIONS.get(place));
    return new PlantedProblem(cause, conditions.highestMultiplier(), driver);
  }

  private PlantedProblem drawn(Seller seller) {
    Cause cause = CAUSES.get(draws.index(CAUSES.size()));
    double multiplier =
        draws.between(conditions.lowestMultiplier(), conditions.highestMultiplier());
    Driver driver = driver(seller, cause, dimension(cause));
    if (driver.dimension() != Driver.Dimension.NONE && draws.chance(0.5)) {
      driver = driver.carryingHalf();
    }
    return new PlantedProblem(cause, Math.round(multiplier * 100) / 100.0, driver);
  }

  /** One problem in four is everywhere; the others sit where such a cause can sit. */
  private Driver.Dimension dimension(Cause cause) {
    if (draws.chance(0.25)) {
      return Driver.Dimension.NONE;
    }
    return switch (cause) {
      case LATE_DELIVERY, ITEM_NOT_RECEIVED ->
          List.of(
                  Driver.Dimension.CARRIER,
                  Driver.Dimension.SHIP_REGION,
                  Driver.Dimension.SERVICE_LEVEL)
              .get(draws.index(3));
      case DAMAGED_IN_TRANSIT ->
          draws.chance(0.5) ? Driver.Dimension.SKU : Driver.Dimension.CARRIER;
      default -> Driver.Dimension.SKU;
    };
  }

  private Driver driver(Seller seller, Cause cause, Driver.Dimension dimension) {
    return switch (dimension) {
      case NONE -> Driver.NONE;
      case SKU -> Driver.sku(seller.catalogue().alternatives().get(draws.index(2)), seller, cause);
      case CARRIER -> Driver.carrier(Carrier.MIX.alternatives().get(draws.index(4)), cause);
      case SHIP_REGION -> Driver.region(ShipRegion.MIX.alternatives().get(draws.index(5)), cause);
      case SERVICE_LEVEL -> Driver.level(ServiceLevel.EXPRESS, cause);
    };
  }
}
