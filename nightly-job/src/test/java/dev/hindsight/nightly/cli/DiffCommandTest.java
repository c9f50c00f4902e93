package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.SmallLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private final SmallLake small;

  DiffCommandTest(@TempDir Path folder) throws Exception {
    small = new SmallLake(folder);
    small.publish("2026-06-29.1");
    small.publish("2026-06-30.1");
    small.fill(
        "2026-06-29.1",
        "seller_causes",
        "(seller_id, cause, observed_count, expected_count, ratio, q_value, is_flagged, is_confirmed)",
        """
        ('s-1', 'DAMAGED', 10, 2.0, 5.0, 0.001, true, false),
        ('s-2', 'LATE', 8, 2.0, 4.0, 0.01, true, true),
        ('s-3', 'LATE', 9, 3.0, 3.0, 0.02, true, true),
        ('s-4', 'LATE', 1, 1.0, 1.0, 0.9, false, false)""");
    small.fill(
        "2026-06-30.1",
        "seller_causes",
        "(seller_id, cause, observed_count, expected_count, ratio, q_value, is_flagged, is_confirmed)",
        """
        ('s-1', 'DAMAGED', 11, 2.0, 5.5, 0.001, true, true),
        ('s-2', 'LATE', 6, 3.0, 2.0, 0.2, false, false),
        ('s-3', 'LATE', 10, 3.0, 3.33, 0.015, true, true),
        ('s-4', 'LATE', 2, 1.0, 2.0, 0.8, false, false),
        ('s-5', 'NOT_RECEIVED', 7, 1.0, 7.0, 0.0001, true, false)""");
    String scorecard =
        "(seller_id, accountable_observed_count, accountable_expected_count, rating)";
    small.fill(
        "2026-06-29.1",
        "seller_scorecards",
        scorecard,
        "('s-1', 10, 4.0, 'HIGH'), ('s-2', 9, 9.0, 'AVERAGE')");
    small.fill(
        "2026-06-30.1",
        "seller_scorecards",
        scorecard,
        """
        ('s-1', 12, 4.00004, 'VERY_HIGH'),
        ('s-2', 8, 9.0, 'AVERAGE'),
        ('s-6', 0, 0.01, 'INSUFFICIENT_DATA')""");
  }

  @Test
  void tellsWhichFindingsAppearedWentOrChanged() {
    Captured run = diff("2026-06-29.1", "2026-06-30.1", "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "subject,change,seller_id,cause,state_before,state_after,observed_before,observed_after,"
                + "expected_before,expected_after,ratio_before,ratio_after,q_before,q_after",
            "finding,confirmed,s-1,DAMAGED,flagged,confirmed,10,11,2.0,2.0,5.0,5.5,0.001,0.001",
            "finding,went,s-2,LATE,confirmed,none,8,6,2.0,3.0,4.0,2.0,0.01,0.2",
            "finding,numbers,s-3,LATE,confirmed,confirmed,9,10,3.0,3.0,3.0,3.33,0.02,0.015",
            "finding,appeared,s-5,NOT_RECEIVED,none,flagged,,7,,1.0,,7.0,,1.0E-4",
            "rating,changed,s-1,,HIGH,VERY_HIGH,10,12,4.0,4.0,2.5,3.0,,");
    assertThat(run.errLines())
        .containsExactly(
            "hindsight: 2026-06-29.1 to 2026-06-30.1: finding appeared: 1, finding confirmed: 1,"
                + " finding numbers: 1, finding went: 1, rating changed: 1");
  }

  @Test
  void aVersionHasNothingNewAgainstItself() {
    Captured run = diff("2026-06-29.1", "2026-06-29.1", "--format", "csv");

    assertThat(run.outLines()).filteredOn(line -> line.startsWith("finding,same,")).hasSize(3);
    assertThat(run.errLines())
        .containsExactly("hindsight: 2026-06-29.1 to 2026-06-29.1: finding same: 3");
  }

  @Test
  void datesServeAsWell() {
    Captured run = diff("2026-06-29", "2026-07-05", "--format", "json");

    assertThat(run.errLines())
        .startsWith(
            "hindsight: version 2026-06-29.1",
            "hindsight: version 2026-06-30.1, the last before 2026-07-05");
    assertThat(run.out()).contains("\"change\":\"appeared\"", "\"seller_id\":\"s-5\"");
  }

  @Test
  void quietSaysNothingBesideTheRows() {
    assertThat(diff("2026-06-29", "2026-06-30", "-q").err()).isEmpty();
  }

  @Test
  void anUnknownVersionNamesThoseThatThereAre() {
    Captured run = diff("2026-06-29.1", "2026-06-30.2");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "hindsight: AFTER: there is no version 2026-06-30.2; there are 2026-06-29.1, 2026-06-30.1");
  }

  private Captured diff(String before, String after, String... more) {
    Object[] words = new Object[5 + more.length];
    words[0] = "diff";
    words[1] = before;
    words[2] = after;
    words[3] = "--lake";
    words[4] = small.lake().root();
    System.arraycopy(more, 0, words, 5, more.length);
    return Captured.run(words);
  }
}
