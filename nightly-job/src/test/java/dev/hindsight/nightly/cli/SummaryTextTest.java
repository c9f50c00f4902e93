package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  @Test
  void restatedDatesAreCounted() {
    assertThat(SummaryText.restated(new Comparison("2026-06-10.1", null, 1_203)))
        .hasValue(
            "restated    1,203 past dates are other than in 2026-06-10.1, by files that came late or were corrected");
    assertThat(SummaryText.restated(new Comparison("2026-06-10.1", null, 1)))
        .hasValue(
            "restated    1 past date is other than in 2026-06-10.1, by files that came late or were corrected");
  }

  @Test
  void nothingRestatedIsNotWorthALine() {
    assertThat(SummaryText.restated(new Comparison("2026-06-10.1", null, 0))).isEmpty();
    assertThat(SummaryText.restated(null)).isEmpty();
  }

  @Test
  void versionsThatCannotBeComparedAreNamedWithTheReason() {
    assertThat(
            SummaryText.restated(
                new Comparison(
                    "2026-06-10.1", "it counts by the dates of UTC, not of Europe/Berlin", 0)))
        .hasValue(
            "restated    unknown since 2026-06-10.1: it counts by the dates of UTC, not of Europe/Berlin");
  }
}
