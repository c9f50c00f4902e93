package dev.hindsight.ingest;

import static dev.hindsight.ingest.Ingesting.TRANSACTIONS;
import static dev.hindsight.ingest.Ingesting.repository;
import static dev.hindsight.ingest.Ingesting.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.LandedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.step.StepExecution;

/** What a run that stopped anywhere leaves behind, and the run after it. */
class RecoveryTest {
  private static final String JOB = "ingestTransactionsJob";

  private final Ingesting ingesting;

  RecoveryTest(@TempDir Path folder) throws IOException {
    ingesting = new Ingesting(folder);
  }

  @BeforeEach
  void twoFilesLie() throws IOException {
    ingesting.write("sellers.csv", "seller_id,name,email,locale,time_zone\ns-1,,,,\n");
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1") + transaction(""));
  }

  @Test
  void stoppedRunSaysWhereAndKeepsWhatHasLanded() throws IOException {
    Path obstacle = obstacleTo("landed/transactions");

    assertThatThrownBy(ingesting::ingest)
        .isInstanceOf(IngestFailedException.class)
        .hasMessageStartingWith(
            "Ingest into lake %s stopped at transactions.csv:"
                + " java.nio.file.FileAlreadyExistsException: %s",
            ingesting.lake.root(), obstacle)
        .hasMessageEndingWith("; run it again when that is mended");
    assertThat(ingesting.landed()).extracting(LandedFile::fileName).containsExactly("sellers.csv");
    assertThat(planFile()).exists();
  }

  @ParameterizedTest(name = "stopped at {0}")
  @ValueSource(strings = {"_work/landing", "landed/rejects", "landed/transactions"})
  void nextRunEndsWhatTheStoppedOneBegan(String place) throws Exception {
    stopAt(place);
    ingesting.write("sellers-0.csv", "seller_id,name,email,locale,time_zone\ns-0,,,,\n");

    ingesting.ingest();

    assertThat(ingesting.transactionIds()).containsExactly("2 t-1");
    assertThat(ingesting.query("SELECT batch_number, line_number FROM $dataset", "rejects"))
        .containsExactly("2 3");
    assertThat(
            ingesting.query("SELECT batch_number, seller_id FROM $dataset ORDER BY 1", "sellers"))
        .endsWith("3 s-0");
    assertThat(planFile()).doesNotExist();
    assertThat(ingesting.lake.work().resolve("landing")).isEmptyDirectory();
  }

  @Test
  void stoppedFileIsTheSameJobInstanceAgain() throws Exception {
    stopAt("landed/transactions");
    JobInstance stopped = lastInstance();

    ingesting.ingest();

    assertThat(lastInstance()).isEqualTo(stopped);
    assertThat(repository().getJobExecutions(stopped))
        .extracting(JobExecution::getStatus)
        .containsExactlyInAnyOrder(BatchStatus.COMPLETED, BatchStatus.FAILED);
  }

  @Test
  void planLosesFilesThatAreGone() throws Exception {
    stopAt("landed/transactions");
    Files.delete(ingesting.landing.resolve("transactions.csv"));

    IngestResult result = ingesting.ingest();

    assertThat(result.files())
        .extracting(FileResult::status)
        .containsExactly(FileStatus.ALREADY_LANDED);
    assertThat(planFile()).doesNotExist();
    assertThat(ingesting.lake.batch("rejects", 2)).doesNotExist();
  }

  @Test
  void whatIsHalfDoneIsRemoved() throws Exception {
    ingesting.ingest();
    Path rejects = half(ingesting.lake.batch("rejects", 7));
    Path withoutManifest = half(ingesting.lake.batch("transactions", 8));
    Path work = half(ingesting.lake.work().resolve("landing/batch=000009"));

    ingesting.ingest();

    assertThat(rejects).doesNotExist();
    assertThat(withoutManifest).doesNotExist();
    assertThat(work).doesNotExist();
    assertThat(ingesting.lake.batch("rejects", 2)).exists();
    assertThat(ingesting.transactionIds()).containsExactly("2 t-1");
  }

  @Test
  void executionsThatKilledProcessesLeftRunningBlockNothing() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      stopAt("landed/transactions");
      leaveLastExecution(BatchStatus.STARTED);
    }

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
    assertThat(repository().findRunningJobExecutions(JOB)).isEmpty();
  }

  @Test
  void instanceWhoseExecutionAKilledProcessNeverWroteBlocksNothing() throws Exception {
    stopAt("landed/transactions");
    for (JobExecution execution : repository().getJobExecutions(lastInstance())) {
      repository().deleteJobExecution(execution);
    }

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
  }

  @Test
  void executionOfUnknownStateBlocksNothing() throws Exception {
    stopAt("landed/transactions");
    leaveLastExecution(BatchStatus.UNKNOWN);

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
  }

  @Test
  void fileThatLandedJustBeforeTheKillIsNotLandedAgain() throws Exception {
    stopAt("landed/transactions");
    String plan = Files.readString(planFile());
    ingesting.ingest();
    leaveLastExecution(BatchStatus.STARTED);
    Files.writeString(planFile(), plan);

    IngestResult result = ingesting.ingest();

    assertThat(result.withStatus(FileStatus.ALREADY_LANDED)).hasSize(2);
    assertThat(ingesting.transactionIds()).containsExactly("2 t-1");
    assertThat(planFile()).doesNotExist();
  }

  @Test
  void lakeThatWasSetBackIsFilledAgain() throws Exception {
    stopAt("landed/transactions");
    DurableFiles.deleteTree(ingesting.lake.batch("sellers", 1));

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(2);
  }

  private void stopAt(String place) throws IOException {
    Path obstacle = obstacleTo(place);
    assertThatThrownBy(ingesting::ingest).isInstanceOf(IngestFailedException.class);
    Files.delete(obstacle);
  }

  /** A file where a folder is to be: an error of the file system that every user gets. */
  private Path obstacleTo(String place) throws IOException {
    Path obstacle = ingesting.lake.root().resolve(place);
    DurableFiles.deleteTree(obstacle);
    Files.createDirectories(Objects.requireNonNull(obstacle.getParent()));
    return Files.createFile(obstacle);
  }

  private static void leaveLastExecution(BatchStatus status) {
    JobExecution last = Objects.requireNonNull(repository().getLastJobExecution(lastInstance()));
    for (StepExecution step : last.getStepExecutions()) {
      step.setStatus(status);
      repository().update(step);
    }
    last.setStatus(status);
    repository().update(last);
  }

  private static JobInstance lastInstance() {
    return Objects.requireNonNull(repository().getLastJobInstance(JOB));
  }

  private static Path half(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("part-0.parquet"), "PAR1");
    return folder;
  }

  private Path planFile() {
    return ingesting.lake.work().resolve("ingest-plan.json");
  }
}
