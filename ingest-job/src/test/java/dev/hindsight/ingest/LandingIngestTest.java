package dev.hindsight.ingest;

import static dev.hindsight.ingest.Ingesting.TRANSACTIONS;
import static dev.hindsight.ingest.Ingesting.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.ingest.landing.UnusableFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingIngestTest {
  private final Path folder;
  private final Ingesting ingesting;

  LandingIngestTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    ingesting = new Ingesting(folder);
  }

  @Test
  void filesOfAllFeedsLandInTheOrderOfTheirNames() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1") + transaction("t-2"));
    ingesting.write(
        "dispute-events.csv",
        "event_id,dispute_id,seller_id,event_type,occurred_at,cause\n"
            + "e-1,d-1,s-1,OPENED,2024-03-31T22:00:00-03:00,DAMAGED\n");
    ingesting.write("sellers.csv", "seller_id,name,email,locale,time_zone\ns-1,Loja,,,\n");

    IngestResult result = ingesting.ingest();

    assertThat(result.files())
        .containsExactly(
            landed("dispute-events.csv", "dispute_events", 1),
            landed("sellers.csv", "sellers", 1),
            landed("transactions.csv", "transactions", 2));
    assertThat(ingesting.landed())
        .extracting(LandedFile::dataset, LandedFile::batchNumber, LandedFile::dates)
        .containsExactly(
            tuple("dispute_events", 1, List.of(LocalDate.of(2024, 4, 1))),
            tuple("sellers", 2, List.of()),
            tuple("transactions", 3, List.of(LocalDate.of(2024, 3, 1))));
  }

  @Test
  void manifestTellsWhatLanded() throws IOException {
    Path file = ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));

    ingesting.ingest();

    Path manifest = ingesting.lake.batch("transactions", 1).resolve(Lake.FILE_MANIFEST);
    assertThat(manifest)
        .hasContent(
            """
            {
              "dataset" : "transactions",
              "batch_number" : 1,
              "file_name" : "transactions.csv",
              "sha256" : "e6ffcbb2eb0c49aee491086f2218c884534df0b0dd085e606fcee846e2bfba23",
              "size_bytes" : %d,
              "accepted_count" : 1,
              "rejected_count" : 0,
              "dates" : [ "2024-03-01" ],
              "landed_at" : "2024-04-01T05:00:00Z",
              "replaces_batch" : null,
              "read_count" : 1,
              "left_out_count" : 0,
              "profile" : null,
              "profile_digest" : null
            }
            """
                .formatted(Files.size(file)));
  }

  @Test
  void secondRunLandsNothingAndSaysSo() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.ingest();

    IngestResult again = ingesting.ingest();

    assertThat(again.files())
        .containsExactly(
            FileResult.withoutRows(
                "transactions.csv", "transactions", FileStatus.ALREADY_LANDED, null));
    assertThat(ingesting.transactionIds()).containsExactly("1 t-1");
  }

  @Test
  void sameContentUnderAnotherNameLandsOnce() throws Exception {
    ingesting.write("transactions-1.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.ingest();
    ingesting.write("transactions-2.csv", TRANSACTIONS + transaction("t-1"));

    FileResult second = ingesting.ingest().files().get(1);

    assertThat(second.status()).isEqualTo(FileStatus.SAME_CONTENT);
    assertThat(second.message())
        .isEqualTo(
            "transactions-2.csv: has the same content as transactions-1.csv; it counts once");
  }

  @Test
  void copyOfARefusedFileIsRefusedForTheSameReason() throws Exception {
    ingesting.write("transactions-1.csv", TRANSACTIONS + "\"t-1");
    ingesting.write("transactions-2.csv", TRANSACTIONS + "\"t-1");

    IngestResult result = ingesting.ingest();

    assertThat(result.hasRefusals()).isTrue();
    assertThat(result.withStatus(FileStatus.REFUSED))
        .extracting(FileResult::message)
        .containsExactly(
            "transactions-1.csv:2: a quote is opened and never closed; close it, or double it",
            "transactions-2.csv: has the same content as a file that is refused:"
                + " transactions-1.csv:2: a quote is opened and never closed;"
                + " close it, or double it");
  }

  @Test
  void copyOfARefusedFileIsNotRefusedWhereTheContentHasLanded() throws Exception {
    ingesting.write("transactions-1.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.ingest();
    ingesting.write("transactions-2.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.write("transactions-3.csv", TRANSACTIONS + "\"t-3");

    assertThat(ingesting.ingest().files())
        .extracting(FileResult::status)
        .containsExactly(FileStatus.ALREADY_LANDED, FileStatus.SAME_CONTENT, FileStatus.REFUSED);
  }

  @Test
  void newFileLandsAloneUnderTheNextNumber() throws Exception {
    ingesting.write("transactions-b.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.ingest();
    ingesting.write("transactions-a.csv", TRANSACTIONS + transaction("t-2"));

    IngestResult result = ingesting.ingest();

    assertThat(result.withStatus(FileStatus.LANDED))
        .extracting(FileResult::fileName)
        .containsExactly("transactions-a.csv");
    assertThat(ingesting.transactionIds()).containsExactly("1 t-1", "2 t-2");
  }

  @Test
  void correctedFileReplacesItsFormerSelf() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));
    ingesting.ingest();
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1") + transaction("t-2"));

    ingesting.ingest();

    assertThat(ingesting.landed()).extracting(LandedFile::replacesBatch).containsExactly(null, 1);
  }

  @Test
  void rejectedRowsLandBesideTheFileWithAllTheirProblems() throws Exception {
    ingesting.write(
        "transactions.csv",
        TRANSACTIONS + transaction("t-1") + ",o-1,s-1,toys,12.505,EUR,2024-03-01T10:00:00Z\n");

    IngestResult result = ingesting.ingest();

    assertThat(result.hasRefusals()).isTrue();
    assertThat(result.rejectedCount()).isEqualTo(1);
    assertThat(
            ingesting.query(
                "SELECT feed, file_name, line_number, column_name, reason, message, shown_value,"
                    + " batch_number FROM $dataset ORDER BY column_name",
                "rejects"))
        .containsExactly(
            "transactions transactions.csv 3 amount TOO_MANY_DECIMALS"
                + " has too many decimals; write at most 2 12.505 1",
            "transactions transactions.csv 3 transaction_id MISSING_VALUE"
                + " is missing; every row needs it null 1");
  }

  @Test
  void fileWithTooManyRejectsIsRefused() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + "t-1,o-1\n".repeat(11) + transaction("t"));

    FileResult file = ingesting.ingest().files().get(0);

    assertThat(file)
        .isEqualTo(
            FileResult.withoutRows(
                "transactions.csv",
                "transactions",
                FileStatus.REFUSED,
                "transactions.csv: 11 of 12 rows are wrong, more than the 10 that may be; the"
                    + " first: transactions.csv:2: the row \"2\" has too few cells; the header"
                    + " has 7; write empty cells too"));
    assertThat(filesUnder(ingesting.lake.root())).isEmpty();
  }

  @Test
  void refusedFileLeavesTheOthersAlone() throws Exception {
    ingesting.write("transactions-1.csv", TRANSACTIONS + transaction("t-1") + "\"t-2");
    ingesting.write("transactions-2.csv", TRANSACTIONS + transaction("t-3"));

    IngestResult result = ingesting.ingest();

    assertThat(result.files())
        .extracting(FileResult::status)
        .containsExactly(FileStatus.REFUSED, FileStatus.LANDED);
    assertThat(result.files().get(0).message())
        .isEqualTo(
            "transactions-1.csv:3: a quote is opened and never closed; close it, or double it");
    assertThat(ingesting.transactionIds()).containsExactly("2 t-3");
  }

  @Test
  void refusedFileLandsOnceItIsMended() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + "\"t-1");
    ingesting.ingest();
    assertThat(ingesting.ingest().withStatus(FileStatus.REFUSED)).hasSize(1);
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
  }

  @Test
  void headerAloneLandsWithItsSchema() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS);

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
    assertThat(ingesting.query("SELECT count(amount) FROM $dataset", "transactions"))
        .containsExactly("0");
  }

  @Test
  void columnsThatAreNotUsedAreToldOnce() throws Exception {
    ingesting.write(
        "sellers.csv", "seller_id,name,email,locale,time_zone,phone,vat\ns-1,,,,,,\ns-2,,,,,,\n");

    assertThat(ingesting.ingest().files().get(0).message())
        .isEqualTo("sellers.csv: columns not used: phone, vat");
  }

  @Test
  void otherFilesAreToldAndAreNoRefusal() throws Exception {
    ingesting.write("fx-rates.csv", "date,currency,rate\n");

    IngestResult result = ingesting.ingest();

    assertThat(result.hasRefusals()).isFalse();
    assertThat(result.files())
        .containsExactly(
            FileResult.withoutRows(
                "fx-rates.csv",
                null,
                FileStatus.NOT_A_FEED,
                "fx-rates.csv: not the name of a file to be landed; those are transactions*.csv,"
                    + " dispute-events*.csv, sellers*.csv, adjustments*.csv, unsubscribes*.csv,"
                    + " bounces*.csv (or .csv.gz, .zip), or what a profile is for"));
  }

  @Test
  void lakeThatIsAFileCannotBeUsed() throws Exception {
    Lake file = new Lake(Files.writeString(folder.resolve("file"), "x"));
    LandingIngest ingest = Ingesting.CONTEXT.getBean(LandingIngest.class);

    assertThatThrownBy(() -> ingest.ingest(ingesting.request(file)))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageStartingWith("Lake %s cannot be written (", file.root())
        .hasMessageEndingWith("); check the path and its permissions");
  }

  private static List<Path> filesUnder(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void fileThatLacksWhatItHadIsRefusedUntilItIsAccepted() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1") + transaction("t-2"));
    ingesting.ingest();
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-2") + transaction("t-3"));

    assertThat(ingesting.ingest().withStatus(FileStatus.REFUSED))
        .extracting(FileResult::message)
        .containsExactly(
            "transactions.csv: lacks 50 % of the 2 keys that the file of this name had when it"
                + " landed as batch=000001; accept it with --accept transactions.csv if that is"
                + " right, or name each night's file by its date");
    assertThat(ingesting.transactionIds()).containsExactly("1 t-1", "1 t-2");
    assertThat(ingesting.ingest("transactions.csv").withStatus(FileStatus.LANDED)).hasSize(1);
    assertThat(ingesting.transactionIds()).contains("2 t-2", "2 t-3");
  }

  private static FileResult landed(String name, String dataset, long accepted) {
    return new FileResult(name, dataset, FileStatus.LANDED, null, accepted, accepted, 0, 0, null);
  }
}
