package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.truth.market.Conditions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is true of markets, and what the analysis must find in them.
 *
 * @param name one word
 * @param truth what is true, as the table says it
 * @param times how many markets for each seed asked for: more than one where the pairs that count
 *     are so few that chance decides
 * @param requirements in the order of the table
 */
record Scenario(
    String name, String truth, int times, Conditions conditions, List<Requirement> requirements) {
  /** Sellers with a problem. */
  private static final int FEW = 15;

  private static final int MILDLY = 20;

  static final Scenario PLANTED =
      new Scenario(
          "planted",
          "problems of 2 to 4 times the rate, all others exactly alike",
          1,
          new Conditions(FEW, 2, 4, Conditions.ALIKE),
          List.of(
              Requirement.atMost(Measure.FLAGGED_NOT_PLANTED, 0.05),
              Requirement.atLeast(Measure.PLANTED_FLAGGED, 0.95),
              Requirement.atLeast(Measure.DRIVER_OF_ALL_FIRST, 0.9),
              Requirement.none(Measure.DRIVER_OF_HALF_FIRST),
              Requirement.atMost(Measure.DRIVER_NAMED_WHERE_NONE_IS, 0.1)));

  static final Scenario DOUBLED =
      new Scenario(
          "doubled",
          "problems of exactly twice the rate, all others exactly alike",
          1,
          new Conditions(FEW, 2, 2, Conditions.ALIKE),
          List.of(
              Requirement.none(Measure.FLAGGED_NOT_PLANTED),
              Requirement.atLeast(Measure.PLANTED_FLAGGED, 0.85)));

  static final Scenario NOBODY =
      new Scenario(
          "nobody",
          "no problems, all exactly alike",
          1,
          new Conditions(0, 2, 4, Conditions.ALIKE),
          List.of(Requirement.atMost(Measure.MARKETS_WITH_FLAGS, 0.1)));

  static final Scenario MILD =
      new Scenario(
          "mild",
          "no problems, all differing mildly (gamma, shape 20)",
          1,
          new Conditions(0, 2, 4, MILDLY),
          List.of(
              Requirement.atMost(Measure.FLAGS_PER_MARKET, 0.5),
              new Requirement(Measure.RATED_HIGH_OR_ABOVE, 0.015, 0.035),
              Requirement.atMost(Measure.RATED_VERY_HIGH, 0.003)));

  static final Scenario MILD_PLANTED =
      new Scenario(
          "mild-planted",
          "problems of 2 to 4 times the rate, all differing mildly (gamma, shape 20)",
          3,
          new Conditions(FEW, 2, 4, MILDLY),
          List.of(
              Requirement.atMost(Measure.FLAGGED_NOT_PLANTED, 0.05),
              Requirement.atLeast(Measure.PLANTED_FLAGGED, 0.7)));

  static final List<Scenario> ALL = List.of(PLANTED, DOUBLED, NOBODY, MILD, MILD_PLANTED);

  Scenario {
    requirements = List.copyOf(requirements);
  }

  Set<Measure> measures() {
    return requirements.stream().map(Requirement::measure).collect(Collectors.toSet());
  }

  boolean asksForDrivers() {
    return measures().contains(Measure.DRIVER_OF_ALL_FIRST);
  }
}
