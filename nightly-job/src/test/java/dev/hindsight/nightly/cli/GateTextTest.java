package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.gates.AcceptedGate;
import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.gates.Verdict.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTextTest {
  private static final AcceptedGate ACCEPTANCE =
      new AcceptedGate(
          "missing-day", LocalDate.of(2026, 12, 25), "ann", "closed", "no transactions");

  @Test
  void nothingJudgedIsNotWorthALine() {
    assertThat(new GateText(List.of()).lines()).isEmpty();
  }

  @Test
  void whatPassesAndWhatCannotBeJudgedIsALineEach() {
    assertThat(
            new GateText(
                    List.of(
                        new Verdict(Gate.MISSING_DAY, Kind.UNTOLD, "first night", null),
                        new Verdict(Gate.DAILY_COUNTS, Kind.UNTOLD, "first night", null),
                        new Verdict(Gate.MISSING_TRANSACTIONS, Kind.PASSED, "0 of 3", null),
                        new Verdict(Gate.SUMS, Kind.PASSED, "fine", null)))
                .lines())
        .containsExactly(
            "gates       passed: missing-transactions, sums",
            "gates       not judged: missing-day, daily-counts (first night)");
  }

  @Test
  void whatIsAcceptedSaysByWhomAndWhyAndWhatStopsSaysItsNumbers() {
    assertThat(
            new GateText(
                    List.of(
                        new Verdict(Gate.MISSING_DAY, Kind.ACCEPTED, "no events", ACCEPTANCE),
                        new Verdict(Gate.DAILY_COUNTS, Kind.STOPPED, "3 events", null)))
                .lines())
        .containsExactly(
            "gates       missing-day accepted by ann: closed (no events)",
            "gates       daily-counts stopped: 3 events");
  }
}
