package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.truth.market.CarryingValue;
import dev.hindsight.analytics.truth.market.PlantedProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in a market, beside its truth.
 *
 * @param ratings of the rated sellers
 * @param spread of the pairs
 */
record MarketFindings(
    List<PlantedProblem> truth, List<FoundPair> pairs, List<String> ratings, double spread) {
  private static final double ENOUGH_EXPECTED = 30;

  MarketFindings {
    truth = List.copyOf(truth);
    pairs = List.copyOf(pairs);
    ratings = List.copyOf(ratings);
  }

  Map<Measure, Share> measures() {
    List<FoundPair> flagged = pairs.stream().filter(FoundPair::isFlagged).toList();
    Map<Measure, Share> measures = new EnumMap<>(Measure.class);
    measures.put(Measure.MARKETS_WITH_FLAGS, Share.counted(!flagged.isEmpty()));
    measures.put(Measure.FLAGS_PER_MARKET, new Share(flagged.size(), 1));
    measures.put(Measure.RATED_HIGH_OR_ABOVE, rated("HIGH", "VERY_HIGH"));
    measures.put(Measure.RATED_VERY_HIGH, rated("VERY_HIGH"));
    for (FoundPair pair : pairs) {
      measuresOf(pair).forEach((measure, share) -> measures.merge(measure, share, Share::plus));
    }
    return measures;
  }

  /** Every pair beside its truth, for who asks why a measure is what it is. */
  void writePairs(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("observed,expected,is_flagged,is_planted"));
    for (FoundPair pair : pairs) {
      lines.add(
          "%d,%s,%s,%s"
              .formatted(
                  pair.observed(), pair.expected(), pair.isFlagged(), problem(pair).isPresent()));
    }
    Files.write(file, lines);
  }

  private Optional<PlantedProblem> problem(FoundPair pair) {
    return truth.stream().filter(pair::isOf).findFirst();
  }

  private Map<Measure, Share> measuresOf(FoundPair pair) {
    Optional<PlantedProblem> problem = problem(pair);
    Map<Measure, Share> measures = new EnumMap<>(Measure.class);
    if (problem.isPresent() && pair.expected() >= ENOUGH_EXPECTED) {
      measures.put(Measure.PLANTED_FLAGGED, Share.counted(pair.isFlagged()));
    }
    if (pair.isFlagged()) {
      measures.put(Measure.FLAGGED_NOT_PLANTED, Share.counted(problem.isEmpty()));
      CarryingValue driver = problem.map(PlantedProblem::driver).orElse(CarryingValue.NONE);
      measures.put(
          driver.isNone()
              ? Measure.DRIVER_NAMED_WHERE_NONE_IS
              : problem.get().driverShare() == 1
                  ? Measure.DRIVER_OF_ALL_FIRST
                  : Measure.DRIVER_OF_HALF_FIRST,
          Share.counted(driver.isNone() ? !pair.driver().isNone() : driver.equals(pair.driver())));
    }
    return measures;
  }

  private Share rated(String... names) {
    return new Share(ratings.stream().filter(List.of(names)::contains).count(), ratings.size());
  }
}
