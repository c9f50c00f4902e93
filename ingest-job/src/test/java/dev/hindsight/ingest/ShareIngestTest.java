package dev.hindsight.ingest;

import static dev.hindsight.ingest.Ingesting.TRANSACTIONS;
import static dev.hindsight.ingest.Ingesting.repository;
import static dev.hindsight.ingest.Ingesting.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.landing.IngestHold;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Shares one after the other, each as if the others ran beside it. */
class ShareIngestTest {
  private static final String JOB = "ingestTransactionsJob";

  private final Ingesting ingesting;
  private final Path folder;

  ShareIngestTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    ingesting = new Ingesting(folder);
  }

  /** A share that the test has; others run beside it, or do not. */
  private record Held(Share share, boolean isOtherHeld) implements IngestHold {
    @Override
    public void require() {}

    @Override
    public boolean isHeld(Share other) {
      return isOtherHeld;
    }
  }

  @BeforeEach
  void filesLie() throws IOException {
    ingesting.write("sellers.csv", "seller_id,name,email,locale,time_zone\ns-1,,,,\n");
    for (int file = 1; file <= 8; file++) {
      ingesting.write("transactions-%d.csv".formatted(file), rows("t-" + file));
    }
    ingesting.write("transactions-copy.csv", rows("t-3"));
    ingesting.write("transactions-wrong.csv", "no,such,header\n");
    ingesting.write("notes.txt", "mine");
  }

  @Test
  void sharesLandTogetherWhatOneIngestLands() throws IOException {
    List<FileResult> results = new ArrayList<>();
    for (int number : List.of(3, 1, 2)) {
      IngestResult result = ingest(new Share(number, 3));
      assertThat(result.files()).isNotEmpty();
      assertThat(result.files().size() + result.otherCount()).isEqualTo(12);
      results.addAll(result.files());
    }
    Lake whole = new Lake(folder.resolve("whole"));
    IngestResult expected = landing().ingest(ingesting.request(whole));

    assertThat(results).containsExactlyInAnyOrderElementsOf(expected.files());
    assertThat(manifests(ingesting.lake)).isEqualTo(manifests(whole));
    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).isEmpty();
    assertThat(planFile()).doesNotExist();
  }

  @Test
  void whatASharePlansForOthersWaitsForThem() throws IOException {
    ingest(new Share(1, 3));
    assertThat(planFile()).exists();

    IngestResult rest = ingesting.ingest();

    assertThat(rest.withStatus(FileStatus.LANDED)).isNotEmpty();
    assertThat(manifests(ingesting.lake)).hasSize(9);
    assertThat(planFile()).doesNotExist();
  }

  @Test
  void aFileThatAppearsAfterItsShareHasPlannedIsTakenByTheNextRun() throws IOException {
    ingest(new Share(1, 2));
    String late = contentOf(new Share(1, 2));
    ingesting.write("transactions-0.csv", late);
    ingest(new Share(2, 2));
    assertThat(ingesting.landed()).hasSize(9);

    assertThat(ingest(new Share(1, 2)).withStatus(FileStatus.LANDED)).hasSize(1);

    assertThat(ingesting.landed())
        .filteredOn(file -> file.fileName().equals("transactions-0.csv"))
        .singleElement()
        .satisfies(file -> assertThat(file.batchNumber()).isGreaterThan(9));
  }

  @Test
  void aChangedFileWaitsForTheShareThatIsAtItsFormerContent() throws IOException {
    Share first = new Share(1, 2);
    Share second = new Share(2, 2);
    ingesting.write("transactions-9.csv", contentOf(first));
    stop(first);
    ingesting.write("transactions-9.csv", contentOf(second));

    assertThat(ingest(new Held(second, true)).withStatus(FileStatus.LEFT_FOR_LATER))
        .extracting(FileResult::message)
        .containsExactly(
            "transactions-9.csv: another share is landing what it held before; the next ingest takes it");
    assertThat(landedNames()).doesNotContain("transactions-9.csv");
    ingest(second);
    assertThat(landedNames()).containsOnlyOnce("transactions-9.csv");
    ingest(first);
    assertThat(landedNames()).containsOnlyOnce("transactions-9.csv").hasSize(10);
  }

  @Test
  void aShareRecoversItsOwnExecutionsAndLeavesThoseThatRunBesideIt() throws Exception {
    stop(new Share(1, 2));
    leaveRunning("1/2");
    stop(new Share(2, 2));
    leaveRunning("2/2");

    ingest(new Share(2, 2));
    assertThat(repository().findRunningJobExecutions(JOB))
        .extracting(execution -> execution.getJobParameters().getString("share"))
        .containsExactly("1/2");

    ingest(new Share(1, 3));
    assertThat(repository().findRunningJobExecutions(JOB)).isEmpty();
  }

  private IngestResult ingest(Share share) {
    return ingest(new Held(share, false));
  }

  private IngestResult ingest(IngestHold hold) {
    IngestRequest all = ingesting.request(ingesting.lake);
    return landing()
        .ingest(
            new IngestRequest(
                all.lake(), all.landingFolder(), all.formats(), all.rules(), hold, all.progress()));
  }

  private static LandingIngest landing() {
    return Ingesting.CONTEXT.getBean(LandingIngest.class);
  }

  /** The share begins, and does not end: its transactions cannot land. */
  private void stop(Share share) throws IOException {
    Files.createDirectories(ingesting.lake.landed(""));
    Path obstacle = Files.createFile(ingesting.lake.landed("transactions"));
    assertThatThrownBy(() -> ingest(share)).isInstanceOf(IngestFailedException.class);
    Files.delete(obstacle);
  }

  private static void leaveRunning(String share) {
    JobExecution execution =
        repository().getJobInstances(JOB, 0, 100).stream()
            .map(instance -> Optional.ofNullable(repository().getLastJobExecution(instance)))
            .flatMap(Optional::stream)
            .filter(last -> share.equals(last.getJobParameters().getString("share")))
            .filter(last -> last.getStatus() == BatchStatus.FAILED)
            .findFirst()
            .orElseThrow();
    execution.setStatus(BatchStatus.STARTED);
    repository().update(execution);
  }

  /** Rows whose file is the share's. */
  private static String contentOf(Share share) {
    return IntStream.range(100, 1_000)
        .mapToObj(number -> rows("t-" + number))
        .filter(content -> share.takes(DigestUtils.sha256Hex(content)))
        .findFirst()
        .orElseThrow();
  }

  private static String rows(String id) {
    return TRANSACTIONS + transaction(id) + transaction("");
  }

  private List<String> landedNames() throws IOException {
    return ingesting.landed().stream().map(LandedFile::fileName).toList();
  }

  /** What has landed, whenever that was. */
  private static List<String> manifests(Lake lake) throws IOException {
    return LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).all().stream()
        .map(file -> file.toString().replaceAll("landedAt=[^,]*", ""))
        .toList();
  }

  private Path planFile() {
    return ingesting.lake.work().resolve("ingest-plan.json");
  }
}
