package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lake from its first file on, as an operator sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IngestCommandTest {
  private static final String HEADER =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at\n";

  private final Path landing;
  private final Path lake;

  IngestCommandTest(@TempDir Path folder) throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    lake = folder.resolve("lake");
    Files.writeString(
        landing.resolve("transactions-1.csv"),
        HEADER
            + "t-1,o-1,s-1,shoes,12.50,EUR,2026-06-01T10:00:00Z\n"
            + "t-2,o-2,s-1,shoes,\"12,50\",EUR,2026-06-02T10:00:00Z\n");
    Files.writeString(landing.resolve("notes.csv"), "mine\n");
  }

  @Test
  @Order(1)
  void rejectedRowsAreWorthALook() {
    Captured run = Captured.run("ingest", "--landing", landing, "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.outLines())
        .contains(
            "files       1 landed, 0 known already",
            "rows        1 taken, 1 rejected (1 transactions)",
            "lake        " + lake)
        .anyMatch(line -> line.startsWith("left alone  notes.csv: "));
    assertThat(run.errLines()).last().isEqualTo("hindsight: " + ExitCode.LOOK.meaning());
  }

  @Test
  @Order(2)
  void rejectsShowsTheProblem() {
    Captured run = Captured.run("rejects", "--lake", lake, "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0))
        .isEqualTo("feed,reason,column_name,problem_count,file_count,example");
    assertThat(run.outLines().get(1)).startsWith("transactions,").contains(",amount,1,1,");
  }

  @Test
  @Order(3)
  void sqlAnswersBeforeAnyVersion() {
    assertThat(
            Captured.run(
                    "sql",
                    "SELECT transaction_id, amount, ordered_at FROM transactions",
                    "--lake",
                    lake,
                    "--format",
                    "csv")
                .outLines())
        .containsExactly("transaction_id,amount,ordered_at", "t-1,12.5000,2026-06-01T10:00Z");
  }

  @Test
  @Order(4)
  void theSameFilesAgainLandNothingAndAreDone() {
    Captured run = Captured.run("ingest", "--landing", landing, "--lake", lake, "--quiet");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  @Order(5)
  void aBrokenFileIsRefusedWholeAndNamed() throws IOException {
    Files.writeString(landing.resolve("transactions-2.csv"), "transaction_id,order_id\nt-9,o-9\n");
    Captured run = Captured.run("ingest", "--landing", landing, "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.outLines())
        .contains("files       nothing new landed; 1 known already")
        .anyMatch(line -> line.startsWith("refused     transactions-2.csv"));
    assertThat(Captured.run("rejects", "--lake", lake).err())
        .startsWith("refused whole: transactions-2.csv");
  }

  @Test
  @Order(6)
  void reportsNeedAVersion() {
    Captured run = Captured.run("report", "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .last()
        .isEqualTo("hindsight: Lake %s has no version; run: hindsight analyze".formatted(lake));
  }

  @Test
  @Order(7)
  void runsTellsAllOfIt() {
    Captured run = Captured.run("runs", "--lake", lake, "--format", "csv");

    assertThat(run.outLines().stream().skip(1))
        .extracting(line -> line.split(",", -1)[1], line -> line.split(",", -1)[9])
        .map(Object::toString)
        .containsExactly(
            "(\"hindsight report\", \"2 usage\")",
            "(\"hindsight ingest\", \"3 look\")",
            "(\"hindsight ingest\", \"0 done\")",
            "(\"hindsight ingest\", \"3 look\")");
  }
}
