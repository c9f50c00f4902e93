package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.nightly.FakeSpark;
import dev.hindsight.nightly.SmallLake;
import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.GateStoppedException;
import dev.hindsight.nightly.gates.Gatekeeper;
import dev.hindsight.nightly.gates.Verdict;
import dev.hindsight.nightly.jobs.JobHold;
import dev.hindsight.nightly.night.NightRequest.SparkSettings;
import dev.hindsight.nightly.spark.SparkFailedException;
import dev.hindsight.nightly.spark.SparkMaster;
import dev.hindsight.nightly.spark.UnusableSparkException;
import dev.hindsight.reports.ReportSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalyzeStageTest {
  private static final InstantSource CLOCK = InstantSource.fixed(SmallLake.NOW);
  private static final LocalDate NEWEST = LocalDate.of(2026, 6, 20);
  private static final Verdict STOPPED =
      new Verdict(Gate.MISSING_DAY, Verdict.Kind.STOPPED, "no transactions", null);
  private static FakeSpark fake;

  private final Path folder;
  private final Requests requests;
  private final Lake lake;
  private final Versions versions;
  private Gatekeeper gates = (candidate, rules) -> List.of();

  AnalyzeStageTest(@TempDir Path folder) {
    this.folder = folder;
    requests = Requests.in(folder);
    lake = requests.lake();
    versions = new Versions(lake);
  }

  @BeforeAll
  static void makeSpark(@TempDir Path home) throws IOException {
    fake = FakeSpark.in(home);
  }

  @BeforeEach
  void landTransactions() throws IOException {
    new SmallLake(folder).landed(1, List.of(NEWEST));
  }

  static Stream<NightRequest> otherRequests() {
    Requests any = Requests.in(Path.of("/data"));
    return Stream.of(
        any.with(null, 30, null, "UTC"),
        any.with(null, 90, "USD", "UTC"),
        any.with(null, 90, null, "Europe/Berlin"));
  }

  @Test
  void publishesWhatSparkMade() throws IOException {
    made(lake, "2026-06-20.1");
    NightSummary summary = run(requests.ordinary());

    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.1");
    assertThat(summary.isVersionNew()).isTrue();
    assertThat(sparkLog())
        .contains(
            "--lake %s --as-of 2026-06-20 --window-days 90 --reporting-time-zone UTC --advice-holdout-share 0.0 --advice-holdout-salt hindsight --candidate "
                .formatted(lake.root()),
            "--candidate-version 2026-06-20.1 --end-with-parent");
  }

  @Test
  void theSameVersionIsNotMadeAgain() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    fake.does("fail");
    Files.delete(lake.currentPointer());
    NightSummary summary = run(requests.ordinary());

    assertThat(summary.isVersionNew()).isFalse();
    assertThat(summary.version()).extracting(VersionManifest::version).isEqualTo("2026-06-20.1");
    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.1");
  }

  @Test
  void aRebuildIsANewVersionThoughNothingHasChanged() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    made(lake, "2026-06-20.2");
    run(
        requests.with(
            RejectBudget.DEFAULT,
            ReportSettings.DEFAULTS,
            new SparkSettings(new SparkMaster("local[1]", Map.of()), "64m", true)));

    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.2");
    assertThat(sparkLog()).contains("--rebuild --candidate");
  }

  @Test
  void theCurrencyThatSparkChoseIsTheSameAsTheAskedOne() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    fake.does("fail");

    assertThat(run(requests.with(null, 90, "EUR", "UTC")).isVersionNew()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("otherRequests")
  void aVersionMadeInAnotherWayIsMadeAnew(NightRequest like) throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    made(lake, "2026-06-20.2");
    run(requests.with(null, like.windowDays(), like.reportingCurrency(), like.zone().getId()));

    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.2");
    assertThat(sparkLog())
        .contains("--window-days " + like.windowDays(), "--reporting-time-zone " + like.zone());
  }

  @Test
  void anotherHoldoutMakesANewVersion() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    made(lake, "2026-06-20.2");
    run(requests.holdingOut(new AdviceHoldout(0.1, "spring")));

    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.2");
    assertThat(sparkLog()).contains("--advice-holdout-share 0.1 --advice-holdout-salt spring");
  }

  @Test
  void aNewFileMakesANewVersion() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    new SmallLake(folder).landed(2, List.of(NEWEST.minusDays(3)));
    made(lake, "2026-06-20.2");
    run(requests.ordinary());

    assertThat(versions.all()).extracting(VersionName::number).containsExactly(1, 2);
  }

  @Test
  void anOlderDateLeavesTheNewestCurrent() throws IOException {
    made(lake, "2026-06-20.1");
    run(requests.ordinary());
    made(lake, "2026-06-10.1");
    NightSummary summary = run(requests.asOf(NEWEST.minusDays(10)));

    assertThat(summary.version()).extracting(VersionManifest::version).isEqualTo("2026-06-10.1");
    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.1");
  }

  @Test
  void aFailurePublishesNothing() throws IOException {
    fake.does("fail");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run(requests.ordinary()))
        .withMessageContaining("no such mart");
    assertThat(versions.all()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsRemoved() throws IOException {
    Path left =
        Files.createDirectories(lake.work().resolve("candidate/version=2026-06-20.1/disputes"));
    made(lake, "2026-06-20.1");
    run(requests.ordinary());

    assertThat(left).doesNotExist();
    assertThat(lake.versions().resolve("version=2026-06-20.1/disputes")).doesNotExist();
  }

  @Test
  void aStoppedCandidateIsNotPublishedAndTheOldVersionStands() throws IOException {
    made(lake, "2026-06-10.1");
    run(requests.asOf(NEWEST.minusDays(10)));
    made(lake, "2026-06-20.1");
    gates = (candidate, rules) -> List.of(STOPPED);
    NightSummary summary = new NightSummary();

    assertThatExceptionOfType(GateStoppedException.class)
        .isThrownBy(() -> run(requests.ordinary(), summary))
        .withMessage(
            "2026-06-20 is not published and 2026-06-10.1 stands; gate missing-day: no"
                + " transactions; land the day's file and run again");
    assertThat(versions.all()).extracting(VersionName::toString).containsExactly("2026-06-10.1");
    assertThat(summary.verdicts()).containsExactly(STOPPED);
    assertThat(summary.version()).isNull();
  }

  @Test
  void whatIsAcceptedIsTheCandidateThatWasStopped() throws IOException {
    made(lake, "2026-06-20.1");
    stop();
    fake.does("fail");
    stop();
    gates = (candidate, rules) -> List.of();
    run(requests.ordinary());

    assertThat(versions.current().map(VersionName::toString)).contains("2026-06-20.1");
    assertThat(lake.work().resolve("candidate")).isEmptyDirectory();
  }

  @Test
  void aStoppedCandidateIsMadeAnewWhenAFileHasLanded() throws IOException {
    made(lake, "2026-06-20.1");
    stop();
    new SmallLake(folder).landed(2, List.of(NEWEST.minusDays(3)));
    fake.does("fail");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run(requests.ordinary()));
  }

  @Test
  void aStoppedCandidateIsMadeAnewWhenAnotherVersionIsPublished() throws IOException {
    made(lake, "2026-06-20.1");
    stop();
    new SmallLake(folder).publishNext(NEWEST.minusDays(1));
    fake.does("fail");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run(requests.ordinary()));
  }

  @Test
  void aMiscountedCandidateIsMadeAnew() throws IOException {
    made(lake, "2026-06-20.1");
    Verdict sums = new Verdict(Gate.SUMS, Verdict.Kind.STOPPED, "1 and 2", null);
    gates = (candidate, rules) -> List.of(STOPPED, sums);
    assertThatExceptionOfType(GateStoppedException.class)
        .isThrownBy(() -> run(requests.ordinary()));
    fake.does("fail");

    assertThatExceptionOfType(SparkFailedException.class)
        .isThrownBy(() -> run(requests.ordinary()));
  }

  private void stop() {
    gates = (candidate, rules) -> List.of(STOPPED);
    assertThatExceptionOfType(GateStoppedException.class)
        .isThrownBy(() -> run(requests.ordinary()));
  }

  @Test
  void withoutSparkTheInstallationIsToBlame() {
    AnalyzeStage stage =
        new AnalyzeStage(
            new Distribution(folder, Map.of()),
            new AsOfDate(CLOCK),
            JobHold.BY_THE_LAKE,
            (candidate, rules) -> List.of());

    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> stage.run(requests.ordinary(), new NightSummary()));
  }

  private NightSummary run(NightRequest request) throws IOException {
    NightSummary summary = new NightSummary();
    run(request, summary);
    return summary;
  }

  private void run(NightRequest request, NightSummary summary) throws IOException {
    new AnalyzeStage(
            new Distribution(fake.home(), Map.of()),
            new AsOfDate(CLOCK),
            JobHold.BY_THE_LAKE,
            gates)
        .run(request, summary);
  }

  /** Lets Spark make this version of all that has landed. */
  private static void made(Lake lake, String version) throws IOException {
    ManifestJson.write(fake.manifest(), SmallLake.manifest(lake, version));
    fake.does("make");
  }

  private String sparkLog() throws IOException {
    return Files.readString(lake.work().resolve("spark.log"));
  }
}
