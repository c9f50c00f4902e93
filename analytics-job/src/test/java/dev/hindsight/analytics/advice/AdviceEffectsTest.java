package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.advice.EpisodeExample.anEpisode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.marts.AdviceEffect;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.AdviceVerdict;
import dev.hindsight.datasets.marts.ComparisonGroup;
import dev.hindsight.datasets.marts.NotAdvisedReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AdviceEffectsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-01-31");

  private final SparkSession spark;
  private final List<AdviceOutcome> outcomes = new ArrayList<>();

  AdviceEffectsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void advisedAreComparedWithThoseHeldOut() {
    for (int seller = 0; seller < 20; seller++) {
      advised(seller, 8, 0.5);
      heldOut(seller, seller % 2 == 0 ? 10 : 11);
    }

    AdviceEffect effect = row("*", ComparisonGroup.HELD_OUT);
    assertThat(effect.isRandom()).isTrue();
    assertThat(effect.advisedPairCount()).isEqualTo(20);
    assertThat(effect.advisedSellerCount()).isEqualTo(20);
    assertThat(effect.advisedObservedCount()).isEqualTo(160);
    assertThat(effect.advisedForecastCount()).isEqualTo(200);
    assertThat(effect.advisedForecastRatio()).isCloseTo(0.8, within(1e-12));
    // The baselines leave open 15 / 10; the sellers hardly differ.
    assertThat(effect.advisedDispersion()).isCloseTo(1.5, within(1e-12));
    assertThat(effect.notAdvisedObservedCount()).isEqualTo(210);
    assertThat(effect.effectRatio()).isCloseTo(160 / 210.0, within(1e-12));
    // scipy 1.17.1, as in ForecastTest: 160 of 200 and 210 of 200, both divided by 1.5
    assertThat(effect.effectRatioLow()).isCloseTo(0.5866108007644608, within(1e-9));
    assertThat(effect.effectRatioHigh()).isCloseTo(0.9872131568107085, within(1e-9));
    assertThat(effect.pValue()).isCloseTo(0.03930551872545721, within(1e-9));
    assertThat(effect.comparison()).isEqualTo(AdviceVerdict.FEWER);
    assertThat(row("DEFECTIVE", ComparisonGroup.HELD_OUT).effectRatio())
        .isEqualTo(effect.effectRatio());
  }

  @Test
  void sellersWhoDifferMakeTheComparisonLessSure() {
    for (int seller = 0; seller < 20; seller++) {
      advised(seller, seller % 2 == 0 ? 2 : 14, 0.5);
      heldOut(seller, seller % 2 == 0 ? 3 : 18);
    }

    AdviceEffect effect = row("*", ComparisonGroup.HELD_OUT);
    // 20 x 6² / 160 x 20 / 19
    assertThat(effect.advisedDispersion()).isCloseTo(4.7368421052631575, within(1e-9));
    assertThat(effect.comparison()).isEqualTo(AdviceVerdict.NO_DIFFERENCE);
  }

  @Test
  void pairsOfOneSellerAreNotIndependent() {
    for (int seller = 0; seller < 10; seller++) {
      for (String cause : List.of("DEFECTIVE", "WRONG_ITEM")) {
        outcomes.add(
            anEpisode("s-" + seller)
                .of(cause)
                .whileHeldOut(0.5)
                .complete(seller % 2 == 0 ? 4 : 12, 10, 10)
                .build());
      }
      heldOut(seller, 10);
    }

    AdviceEffect effect = row("*", ComparisonGroup.HELD_OUT);
    assertThat(effect.advisedPairCount()).isEqualTo(20);
    assertThat(effect.advisedSellerCount()).isEqualTo(10);
    // Both causes of a seller together are 8 off: 10 x 8² / 160 x 10 / 9, twice that of single
    // pairs
    assertThat(effect.advisedDispersion()).isCloseTo(40 / 9.0, within(1e-9));
  }

  @Test
  void whomNoReportReachesIsAComparisonOfItsOwn() {
    for (int seller = 0; seller < 12; seller++) {
      advised(seller, 8, 0);
      notReached(seller, 10, NotAdvisedReason.values()[seller % 2]);
    }

    AdviceEffect effect = row("*", ComparisonGroup.NOT_REACHED);
    assertThat(effect.isRandom()).isFalse();
    assertThat(effect.notAdvisedPairCount()).isEqualTo(12);
    assertThat(effect.comparison()).isEqualTo(AdviceVerdict.NO_DIFFERENCE);
    assertThat(rows())
        .extracting(AdviceEffect::comparedWith)
        .containsOnly(ComparisonGroup.NOT_REACHED);
  }

  @Test
  void whoWasAdvisedWhenNobodyWasHeldOutIsNoPartOfTheDraw() {
    advised(1, 8, 0);
    advised(2, 8, 0.5);

    assertThat(row("*", ComparisonGroup.HELD_OUT).advisedPairCount()).isEqualTo(1);
    assertThat(row("*", ComparisonGroup.NOT_REACHED).advisedPairCount()).isEqualTo(2);
  }

  @Test
  void underTenSellersThereIsNoComparison() {
    for (int seller = 0; seller < 20; seller++) {
      advised(seller, 1, 0.5);
      if (seller < 9) {
        heldOut(seller, 20);
      }
    }

    AdviceEffect effect = row("*", ComparisonGroup.HELD_OUT);
    assertThat(effect.comparison()).isEqualTo(AdviceVerdict.NO_COMPARISON);
    assertThat(effect.effectRatio()).isNull();
    assertThat(effect.pValue()).isNull();
    assertThat(effect.advisedForecastRatio()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void withoutAnybodyElseThereIsNoComparison() {
    advised(1, 8, 0);

    AdviceEffect effect = row("*", ComparisonGroup.NOT_REACHED);
    assertThat(effect.comparison()).isEqualTo(AdviceVerdict.NO_COMPARISON);
    assertThat(effect.notAdvisedPairCount()).isZero();
    assertThat(effect.notAdvisedForecastRatio()).isNull();
  }

  @Test
  void runningEpisodesAreCountedApart() {
    advised(1, 8, 0.5);
    outcomes.add(anEpisode("s-2").whileHeldOut(0.5).build());

    AdviceEffect effect = row("*", ComparisonGroup.HELD_OUT);
    assertThat(effect.advisedPairCount()).isEqualTo(1);
    assertThat(effect.advisedSellerCount()).isEqualTo(1);
    assertThat(effect.advisedRunningCount()).isEqualTo(1);
  }

  @Test
  void moreDisputesThanTheOthersAreSaidSo() {
    for (int seller = 0; seller < 20; seller++) {
      advised(seller, 20, 0.5);
      heldOut(seller, 10);
    }

    assertThat(row("*", ComparisonGroup.HELD_OUT).comparison()).isEqualTo(AdviceVerdict.MORE);
  }

  @Test
  void withoutEpisodesThereIsNoRow() {
    assertThat(rows()).isEmpty();
  }

  private void advised(int seller, long observed, double holdoutShare) {
    outcomes.add(
        anEpisode("s-" + seller).whileHeldOut(holdoutShare).complete(observed, 10, 15).build());
  }

  private void heldOut(int seller, long observed) {
    notReached(seller, observed, NotAdvisedReason.HELD_OUT);
  }

  private void notReached(int seller, long observed, NotAdvisedReason reason) {
    outcomes.add(
        anEpisode(reason + " " + seller)
            .notAdvised(reason)
            .whileHeldOut(0.5)
            .complete(observed, 10, 15)
            .build());
  }

  private AdviceEffect row(String cause, ComparisonGroup comparedWith) {
    return rows().stream()
        .filter(row -> row.cause().equals(cause) && row.comparedWith() == comparedWith)
        .findFirst()
        .orElseThrow();
  }

  private List<AdviceEffect> rows() {
    return ContractRows.records(
        new AdviceEffects(AS_OF).from(ContractRows.rows(spark, AdviceOutcome.CONTRACT, outcomes)),
        AdviceEffect.CONTRACT);
  }
}
