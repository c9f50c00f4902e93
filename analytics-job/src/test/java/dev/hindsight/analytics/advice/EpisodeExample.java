package dev.hindsight.analytics.advice;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AdviceOutcome;
import dev.hindsight.datasets.marts.NotAdvisedReason;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A running episode of defective goods with advice, found on 1 January 2026 with 41 of 20.42. */
final class EpisodeExample {
  private final Map<Field, Object> values = new HashMap<>();

  private EpisodeExample() {}

  static EpisodeExample anEpisode(String seller) {
    EpisodeExample episode = new EpisodeExample();
    episode.values.put(AdviceOutcome.SELLER_ID, seller);
    episode.values.put(AdviceOutcome.IS_ADVISED, true);
    episode.values.put(AdviceOutcome.BASELINE_OBSERVED_COUNT, 41L);
    episode.values.put(AdviceOutcome.BASELINE_EXPECTED_COUNT, 20.42);
    episode.values.put(AdviceOutcome.BASELINE_SHRUNKEN_RATIO, 1.509);
    episode.values.put(AdviceOutcome.BASELINE_PRIOR_VARIANCE, 0.05);
    episode.values.put(AdviceOutcome.AS_OF_DATE, LocalDate.parse("2026-01-30"));
    return episode.of("DEFECTIVE").found("2026-01-01").followed("2026-01-09", "2026-02-08");
  }

  EpisodeExample of(String cause) {
    values.put(AdviceOutcome.CAUSE, cause);
    return this;
  }

  EpisodeExample found(String date) {
    values.put(AdviceOutcome.FOUND_DATE, LocalDate.parse(date));
    return this;
  }

  EpisodeExample followed(String first, String last) {
    values.put(AdviceOutcome.FOLLOWED_START_DATE, LocalDate.parse(first));
    values.put(AdviceOutcome.FOLLOWED_END_DATE, LocalDate.parse(last));
    return this;
  }

  EpisodeExample notAdvised(NotAdvisedReason reason) {
    values.put(AdviceOutcome.IS_ADVISED, false);
    values.put(AdviceOutcome.NOT_ADVISED_REASON, reason);
    return this;
  }

  EpisodeExample whileHeldOut(double share) {
    values.put(AdviceOutcome.HOLDOUT_SHARE, share);
    return this;
  }

  EpisodeExample complete(long observed, double forecast, double variance) {
    values.put(AdviceOutcome.IS_COMPLETE, true);
    values.put(AdviceOutcome.OBSERVED_COUNT, observed);
    values.put(AdviceOutcome.FORECAST_COUNT, forecast);
    values.put(AdviceOutcome.FORECAST_VARIANCE, variance);
    return this;
  }

  AdviceOutcome build() {
    return ContractRows.record(AdviceOutcome.CONTRACT, values);
  }
}
