package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.GateStoppedException;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.gates.Verdict.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptCommandTest {
  private static final GateStoppedException STOP =
      new GateStoppedException(
          LocalDate.of(2026, 12, 25),
          null,
          List.of(
              new Verdict(Gate.MISSING_DAY, Kind.STOPPED, "", null),
              new Verdict(Gate.SUMS, Kind.STOPPED, "", null)));

  @Test
  void isTheStoppedCommandWithDateGatesAndReason() {
    assertThat(new AcceptCommand(List.of("nightly", "--lake", "/my lake", "-q")).line(STOP))
        .isEqualTo(
            "hindsight nightly --lake '/my lake' -q --as-of 2026-12-25 --accept missing-day"
                + " --accept sums --because 'why it is right'");
  }

  @Test
  void givesDateAndReasonOnce() {
    List<String> stopped =
        List.of("analyze", "--as-of", "2026-12-25", "--accept", "sums", "--because=it's ours");

    assertThat(new AcceptCommand(stopped).line(STOP))
        .isEqualTo(
            "hindsight analyze --accept sums --as-of 2026-12-25 --accept missing-day"
                + " --accept sums --because 'why it is right'");
  }
}
