package dev.hindsight.reports.overview;

import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.reports.wording.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether like cases are decided alike.
 *
 * @param comparisons flagged ones first, then those least likely to be chance; at most so many
 * @param testedCount comparisons that were tested
 * @param flaggedCount of those, the ones that are a reason to look
 */
public record Fairness(List<Comparison> comparisons, long testedCount, long flaggedCount) {
  static final int MOST_SHOWN = 12;
  private static final int NAME_LENGTH = 40;

  public Fairness {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * A group and decision.
   *
   * @param share of the group's compared disputes
   * @param likeShare of like cases in the other groups
   * @param qValue allows for how many were tested
   */
  public record Comparison(
      String group,
      String decision,
      long compared,
      double share,
      double likeShare,
      double difference,
      @Nullable Double low,
      @Nullable Double high,
      double qValue,
      boolean isFlagged) {}

  /** What of a row of {@code fairness} is shown. */
  record Row(
      String groupDimension,
      String groupValue,
      String outcome,
      long comparedCount,
      @Nullable Double observedShare,
      @Nullable Double expectedShare,
      @Nullable Double shareDifference,
      @Nullable Double shareDifferenceLow,
      @Nullable Double shareDifferenceHigh,
      @Nullable Double qValue,
      boolean isFlagged) {

    boolean isTested() {
      return qValue != null
          && observedShare != null
          && expectedShare != null
          && shareDifference != null;
    }

    Comparison comparison() {
      return new Comparison(
          Figures.words(groupDimension) + ": " + Excerpt.of(groupValue, NAME_LENGTH),
          Figures.words(outcome),
          comparedCount,
          known(observedShare),
          known(expectedShare),
          known(shareDifference),
          shareDifferenceLow,
          shareDifferenceHigh,
          known(qValue),
          isFlagged);
    }

    private static double known(@Nullable Double number) {
      return number == null ? Double.NaN : number;
    }
  }

  static Fairness of(Marts marts) throws IOException {
    List<Row> rows = new ArrayList<>();
    marts.read(DecisionFairness.CONTRACT, Row.class, rows::add);
    return of(rows);
  }

  static Fairness of(List<Row> rows) {
    List<Comparison> tested =
        rows.stream()
            .filter(Row::isTested)
            .map(Row::comparison)
            .sorted(
                Comparator.comparing(Comparison::isFlagged)
                    .reversed()
                    .thenComparing(Comparison::qValue)
                    .thenComparing(comparison -> -Math.abs(comparison.difference()))
                    .thenComparing(Comparison::group)
                    .thenComparing(Comparison::decision))
            .toList();
    return new Fairness(
        tested.stream().limit(MOST_SHOWN).toList(),
        tested.size(),
        tested.stream().filter(Comparison::isFlagged).count());
  }
}
