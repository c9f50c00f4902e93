package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.VersionManifest.Comparison;
import dev.hindsight.datasets.lake.VersionName;
import java.util.List;
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

  @Test
  void removedVersionsAreCounted() {
    VersionName first = VersionName.parse("2026-05-01.1").orElseThrow();
    VersionName last = VersionName.parse("2026-05-03.2").orElseThrow();

    assertThat(SummaryText.removed(List.of())).isEmpty();
    assertThat(SummaryText.removed(List.of(first)))
        .hasValue("removed     1 version that need not be kept, with reports: 2026-05-01.1");
    assertThat(SummaryText.removed(List.of(first, last)))
        .hasValue(
            "removed     2 versions that need not be kept, with reports: 2026-05-01.1 to 2026-05-03.2");
  }
}
