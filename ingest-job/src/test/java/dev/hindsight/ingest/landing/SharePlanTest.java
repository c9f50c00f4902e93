package dev.hindsight.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharePlanTest {
  private static final IngestHold FIRST = new Held(new Share(1, 2), false);
  private static final IngestHold SECOND = new Held(new Share(2, 2), false);
  private static final String OF_FIRST = "0000000000000000";
  private static final String ALSO_OF_FIRST = "0000000000000002";
  private static final String OF_SECOND = "0000000000000001";
  private static final String ALSO_OF_SECOND = "0000000000000003";
  private static final IngestPlan NOTHING = plan();
  private static final LandedFiles NONE = new LandedFiles(List.of());

  private record Held(Share share, boolean isOtherHeld) implements IngestHold {
    @Override
    public void require() {}

    @Override
    public boolean isHeld(Share other) {
      return isOtherHeld;
    }
  }

  @Test
  void theFirstShareThatComesPlansForAll() {
    PlannedFile own = planned("a.csv", OF_FIRST, 1);
    PlannedFile other = planned("b.csv", OF_SECOND, 2);

    SharePlan plan = SharePlan.of(FIRST, planning(own, other), NOTHING, NONE);

    assertThat(plan.own()).containsExactly(own);
    assertThat(plan.common().files()).containsExactlyInAnyOrder(own, other);
    assertThat(plan.waiting()).isEmpty();
  }

  @Test
  void whatOthersHavePlannedStaysTheirs() {
    PlannedFile other = planned("b.csv", OF_SECOND, 2);
    PlannedFile gone = planned("c.csv", ALSO_OF_SECOND, 3);
    PlannedFile own = planned("a.csv", OF_FIRST, 1);

    SharePlan plan = SharePlan.of(FIRST, planning(own, other), plan(other, gone), NONE);

    assertThat(plan.common().files()).containsExactly(other, gone, own);
  }

  @Test
  void whatOfItsOwnNobodyAsksForIsDropped() {
    PlannedFile gone = planned("c.csv", ALSO_OF_FIRST, 3);

    SharePlan plan = SharePlan.of(FIRST, planning(), plan(gone), NONE);

    assertThat(plan.common().files()).isEmpty();
    assertThat(plan.own()).isEmpty();
  }

  @Test
  void aFileWaitsWhileAnotherShareIsAtItsFormerContent() {
    PlannedFile former = planned("a.csv", OF_FIRST, 1);
    PlannedFile changed = planned("a.csv", OF_SECOND, 2);

    SharePlan plan =
        SharePlan.of(new Held(new Share(2, 2), true), planning(changed), plan(former), NONE);

    assertThat(plan.waiting()).containsExactly("a.csv");
    assertThat(plan.own()).isEmpty();
    assertThat(plan.common().files()).containsExactly(former);
  }

  @Test
  void aFileDoesNotWaitForAShareThatDoesNotRun() {
    PlannedFile former = planned("a.csv", OF_FIRST, 1);
    PlannedFile changed = planned("a.csv", OF_SECOND, 2);

    SharePlan plan = SharePlan.of(SECOND, planning(changed), plan(former), NONE);

    assertThat(plan.waiting()).isEmpty();
    assertThat(plan.own()).containsExactly(changed);
  }

  @Test
  void aFileReplacesItsFormerContentOnceThatHasLanded() {
    PlannedFile former = planned("a.csv", OF_FIRST, 1);
    PlannedFile changed = new PlannedFile("a.csv", OF_SECOND, "canonical", 2, 1);
    LandedFiles landed = new LandedFiles(List.of(landed("a.csv", OF_FIRST, 1)));

    SharePlan plan =
        SharePlan.of(new Held(new Share(2, 2), true), planning(changed), plan(former), landed);

    assertThat(plan.waiting()).isEmpty();
    assertThat(plan.own()).containsExactly(changed);
  }

  @Test
  void itsOwnFormerContentIsNobodysWork() {
    PlannedFile former = planned("a.csv", OF_FIRST, 1);
    PlannedFile changed = planned("a.csv", OF_SECOND, 2);

    SharePlan plan = SharePlan.of(FIRST, planning(changed), plan(former), NONE);

    assertThat(plan.common().files()).containsExactly(changed);
    assertThat(plan.waiting()).isEmpty();
  }

  @Test
  void theWholeTakesAllAndKeepsNothingElse() {
    PlannedFile one = planned("a.csv", OF_FIRST, 1);
    PlannedFile two = planned("b.csv", OF_SECOND, 2);

    SharePlan plan =
        SharePlan.of(
            IngestHold.ALONE, planning(one, two), plan(planned("c.csv", ALSO_OF_SECOND, 3)), NONE);

    assertThat(plan.own()).containsExactly(one, two);
    assertThat(plan.common().files()).containsExactly(one, two);
  }

  private static Planning planning(PlannedFile... files) {
    return new Planning(plan(files), List.of());
  }

  private static IngestPlan plan(PlannedFile... files) {
    return new IngestPlan("plan-1", List.of(files));
  }

  private static PlannedFile planned(String name, String sha256, int number) {
    return new PlannedFile(name, sha256, "canonical", number, null);
  }

  private static LandedFile landed(String name, String sha256, int batch) {
    return new LandedFile(
        "transactions",
        batch,
        name,
        sha256,
        1,
        1,
        0,
        List.of(),
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null);
  }
}
