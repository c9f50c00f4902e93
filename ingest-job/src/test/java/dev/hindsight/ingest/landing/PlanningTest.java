package dev.hindsight.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.Planning.KnownFile;
import dev.hindsight.ingest.rows.CanonicalFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanningTest {
  private static final IngestPlan NO_PLAN = new IngestPlan("plan-1", List.of());

  @Test
  void newFilesAreNumberedByNameAfterTheHighestOfTheLake() {
    Planning planning =
        Planning.of(
            folder(file("sellers.csv", "A"), file("transactions-1.csv", "B")),
            landed(landed(4, "transactions-0.csv", "Z", null)),
            NO_PLAN);

    assertThat(planning.plan().files())
        .containsExactly(
            new PlannedFile("sellers.csv", "A", "canonical", 5, null),
            new PlannedFile("transactions-1.csv", "B", "canonical", 6, null));
    assertThat(planning.known()).isEmpty();
  }

  @Test
  void landedContentIsKnownUnderWhateverName() {
    LandingFile same = file("transactions-1.csv", "A");
    LandingFile renamed = file("transactions-2.csv", "A");

    Planning planning =
        Planning.of(
            folder(same, renamed), landed(landed(1, "transactions-1.csv", "A", null)), NO_PLAN);

    assertThat(planning.plan().files()).isEmpty();
    assertThat(planning.known())
        .containsExactly(new KnownFile(same, null), new KnownFile(renamed, "transactions-1.csv"));
  }

  @Test
  void sameContentTwiceInTheFolderLandsOnce() {
    LandingFile second = file("transactions-2.csv", "A");

    Planning planning =
        Planning.of(folder(file("transactions-1.csv", "A"), second), landed(), NO_PLAN);

    assertThat(planning.plan().files())
        .containsExactly(new PlannedFile("transactions-1.csv", "A", "canonical", 1, null));
    assertThat(planning.known()).containsExactly(new KnownFile(second, "transactions-1.csv"));
  }

  @Test
  void sameBytesPackedOtherwiseAreAnotherMatter() {
    Planning planning =
        Planning.of(
            folder(file("transactions-1.csv", "A"), file("transactions-1.csv.gz", "A")),
            landed(),
            NO_PLAN);

    assertThat(planning.plan().files()).hasSize(2);
  }

  @Test
  void sameContentUnderTheNameOfAnotherFeedIsAnotherMatter() {
    Planning planning =
        Planning.of(
            folder(file("dispute-events.csv", "A"), file("transactions.csv", "A")),
            landed(),
            NO_PLAN);

    assertThat(planning.plan().files()).hasSize(2);
  }

  @Test
  void knownNameWithNewContentReplacesItsFormerSelf() {
    Planning planning =
        Planning.of(
            folder(file("transactions-1.csv", "C")),
            landed(
                landed(1, "transactions-1.csv", "A", null),
                landed(2, "transactions-1.csv", "B", 1)),
            NO_PLAN);

    assertThat(planning.plan().files())
        .containsExactly(new PlannedFile("transactions-1.csv", "C", "canonical", 3, 2));
  }

  @Test
  void formerContentIsNewAgain() {
    Planning planning =
        Planning.of(
            folder(file("transactions-1.csv", "A")),
            landed(
                landed(1, "transactions-1.csv", "A", null),
                landed(2, "transactions-1.csv", "B", 1)),
            NO_PLAN);

    assertThat(planning.plan().files())
        .containsExactly(new PlannedFile("transactions-1.csv", "A", "canonical", 3, 2));
  }

  @Test
  void rotatedLogLosesNothing() {
    Planning planning =
        Planning.of(
            folder(file("transactions.csv", "B"), file("transactions.csv.1.csv", "A")),
            landed(landed(1, "transactions.csv", "A", null)),
            NO_PLAN);

    assertThat(planning.plan().files())
        .containsExactly(
            new PlannedFile("transactions.csv", "B", "canonical", 2, 1),
            new PlannedFile("transactions.csv.1.csv", "A", "canonical", 3, null));
  }

  @Test
  void planOfAKilledRunKeepsItsNumbersAndItsId() {
    IngestPlan left =
        new IngestPlan(
            "plan-1",
            List.of(
                new PlannedFile("transactions-1.csv", "A", "canonical", 1, null),
                new PlannedFile("transactions-2.csv", "B", "canonical", 2, null),
                new PlannedFile("transactions-3.csv", "C", "canonical", 3, null)));

    Planning planning =
        Planning.of(
            folder(
                file("transactions-0.csv", "Z"),
                file("transactions-1.csv", "A"),
                file("transactions-3.csv", "C")),
            landed(landed(1, "transactions-1.csv", "A", null)),
            left);

    assertThat(planning.plan())
        .isEqualTo(
            new IngestPlan(
                "plan-1",
                List.of(
                    new PlannedFile("transactions-0.csv", "Z", "canonical", 4, null),
                    new PlannedFile("transactions-3.csv", "C", "canonical", 3, null))));
  }

  @Test
  void numberThatAnotherFileHasMeanwhileIsNotKept() {
    IngestPlan left =
        new IngestPlan(
            "plan-1", List.of(new PlannedFile("transactions-1.csv", "A", "canonical", 7, null)));

    Planning planning =
        Planning.of(
            folder(file("transactions-1.csv", "A")),
            landed(landed(7, "transactions-2.csv", "B", null)),
            left);

    assertThat(planning.plan().files())
        .containsExactly(new PlannedFile("transactions-1.csv", "A", "canonical", 8, null));
  }

  private static LandingFolder folder(LandingFile... files) {
    return new LandingFolder(List.of(files), List.of(), List.of());
  }

  private static LandingFile file(String name, String sha256) {
    return new LandingFile(
        Path.of("/landing", name),
        new CanonicalFormat(Feed.ofFile(name).orElseThrow(), CsvFormat.CANONICAL),
        sha256,
        1,
        Instant.EPOCH);
  }

  private static LandedFiles landed(LandedFile... files) {
    return new LandedFiles(Arrays.asList(files));
  }

  private static LandedFile landed(
      int batch, String name, String sha256, @Nullable Integer replaces) {
    String dataset = Feed.ofFile(name).orElseThrow().dataset();
    return new LandedFile(
        dataset,
        batch,
        name,
        sha256,
        1,
        1,
        0,
        List.of(),
        Instant.EPOCH,
        replaces,
        null,
        null,
        null,
        null);
  }
}
