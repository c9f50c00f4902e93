package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The independent count over a landing folder of one's own, where every amount of a dispute is
 * known: {@code -Dhindsight.landing=DIR -Dhindsight.as-of=DATE}.
 */
@EnabledIfSystemProperty(
    named = "hindsight.landing",
    matches = ".+",
    disabledReason = "asked for by -Dhindsight.landing=DIR -Dhindsight.as-of=DATE")
class OtherDataIT {
  private static final int WINDOW_DAYS = 90;

  @Test
  void theMartsAreWhatDuckDbCountsInTheCsvFiles(@TempDir Path folder) throws Exception {
    Path landing = Path.of(System.getProperty("hindsight.landing")).toAbsolutePath();
    String asOf = System.getProperty("hindsight.as-of");
    ProgramRun night = ProgramRun.of(folder, "nightly", "--landing", landing, "--as-of", asOf);

    assertThat(night.exitCode()).as(night.err()).isZero();
    Path marts = folder.resolve("lake").resolve("marts");
    try (IndependentCount count = IndependentCount.of(landing, asOf, WINDOW_DAYS)) {
      assertThat(
              count.differences(
                  "independent_scorecards", marts.resolve("seller_scorecards"), "seller_id"))
          .isEmpty();
      assertThat(
              count.differences(
                  "independent_outcomes",
                  marts.resolve("outcomes"),
                  "seller_id",
                  "category",
                  "cause",
                  "opened_month"))
          .isEmpty();
    }
  }
}
