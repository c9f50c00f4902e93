package dev.hindsight.datasets.marts;

import dev.hindsight.datasets.contract.Contract;
import java.util.List;

/** The datasets of a version: {@code LAKE/versions/version=…/<mart>}. */
public final class MartContracts {
  /** In the order of the data dictionary. */
  public static final List<Contract<?>> ALL =
      List.of(
          Dispute.CONTRACT,
          OutcomeCounts.CONTRACT,
          SellerScorecard.CONTRACT,
          SellerCause.CONTRACT,
          Driver.CONTRACT,
          Recommendation.CONTRACT,
          AdviceOutcome.CONTRACT,
          AdviceEffect.CONTRACT,
          CategoryBenchmark.CONTRACT,
          ProgramBound.CONTRACT,
          DecisionFairness.CONTRACT,
          Trend.CONTRACT,
          ProcessVariant.CONTRACT,
          ProcessStep.CONTRACT,
          ProcessViolation.CONTRACT,
          DailyCounts.CONTRACT,
          Restatement.CONTRACT,
          SellerReport.CONTRACT);

  private MartContracts() {}
}
