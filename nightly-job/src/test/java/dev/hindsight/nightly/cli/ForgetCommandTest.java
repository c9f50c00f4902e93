package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.nightly.SmallLake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A buyer of a lake that real files have landed in. */
class ForgetCommandTest {
  private static final String HEADER =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,buyer_id\n";
  private static final String BUYER = "b-77";

  private final Path landing;
  private final Path outbox;
  private final SmallLake small;
  private final Lake lake;

  ForgetCommandTest(@TempDir Path folder) throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    outbox = folder.resolve("outbox");
    small = new SmallLake(folder);
    lake = small.lake();
  }

  @BeforeEach
  void landAndPublish() throws Exception {
    write("transactions-1.csv", row("t-1", "s-1", BUYER), row("t-2", "s-1", "b-78"));
    write(
        "transactions-2.csv",
        row("t-3", "s-2", BUYER),
        row("t-4", BUYER, "b-78"),
        "t-5,o-5,s-1,shoes,b-77,EUR,2026-06-01T10:00:00Z,b-78\n");
    assertThat(ingest().exitCode()).isEqualTo(3);
    for (String version : List.of("2026-06-29.1", "2026-06-30.1", "2026-06-30.2")) {
      small.publish(version);
      small.fill(
          version,
          "disputes",
          "(dispute_id, seller_id, buyer_id, violations)",
          "('d-1', 's-1', 'b-77', ['SLOW']), ('d-2', 's-1', 'b-78', [])");
      Files.writeString(
          Files.createDirectories(outbox.resolve(version)).resolve("index.html"), "o-1");
    }
  }

  @Test
  void aDryRunTellsAndChangesNothing() throws IOException {
    Captured run = forget(BUYER, "--dry-run");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "found         3 landed rows in 3 files",
            "would change  landed/rejects/batch=000002/part-0.parquet",
            "would change  landed/transactions/batch=000001/part-0.parquet",
            "would change  landed/transactions/batch=000002/part-0.parquet",
            "would replace version 2026-06-29.1, with its reports",
            "would replace version 2026-06-30.1, with its reports",
            "would replace version 2026-06-30.2, with its reports",
            "left          landed/transactions/batch=000002/part-0.parquet, column seller_id, 1 rows: the same text, as another thing's",
            "landing       %s names the buyer: delete it, or take the id out"
                .formatted(landing.resolve("transactions-1.csv")),
            "landing       %s names the buyer: delete it, or take the id out"
                .formatted(landing.resolve("transactions-2.csv")),
            "Nothing was changed.");
    assertThat(query("SELECT count(*) FROM transactions WHERE buyer_id = 'b-77'"))
        .containsExactly("2");
    assertThat(lake.forgotten()).doesNotExist();
  }

  @Test
  void orderLinesStayAndNameNobody() throws IOException {
    Captured run = forget(BUYER, "--yes");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines())
        .contains("forgotten     3 landed rows in 3 files name no buyer now")
        .anyMatch(line -> line.matches("proof +\\d+ files of lake, .* the buyer is in none"));
    assertThat(
            query(
                "SELECT transaction_id, seller_id, amount, ordered_at, buyer_id, line_number FROM transactions ORDER BY ALL"))
        .containsExactly(
            "t-1,s-1,12.5000,2026-06-01T10:00Z,,2",
            "t-2,s-1,12.5000,2026-06-01T10:00Z,b-78,3",
            "t-3,s-2,12.5000,2026-06-01T10:00Z,,2",
            "t-4,b-77,12.5000,2026-06-01T10:00Z,b-78,3");
    assertThat(query("SELECT line_number, reason, shown_value FROM rejects"))
        .containsExactly("4,NOT_A_DECIMAL,");
  }

  @Test
  void versionsWithTheBuyerArePublishedAgainWithoutAndRemoved() throws IOException {
    Captured run = forget(BUYER, "--yes");

    assertThat(new Versions(lake).all())
        .extracting(VersionName::toString)
        .containsExactly("2026-06-29.2", "2026-06-30.3");
    assertThat(new Versions(lake).current().map(VersionName::toString)).contains("2026-06-30.3");
    assertThat(run.outLines())
        .contains("removed       version 2026-06-30.1 and its reports")
        .anyMatch(line -> line.startsWith("replaced      version 2026-06-30.2 by 2026-06-30.3;"));
    assertThat(query("SELECT dispute_id, buyer_id, violations FROM disputes ORDER BY ALL"))
        .containsExactly("d-1,,[SLOW]", "d-2,b-78,[]");
    assertThat(query("SELECT count(*) FROM outcomes", "--at", "2026-06-29.2")).containsExactly("0");
    assertThat(
            Files.readString(
                lake.version(VersionName.parse("2026-06-30.3").orElseThrow()).resolve("views.sql")))
        .contains("version=2026-06-30.3/disputes")
        .doesNotContain("2026-06-30.2");
    assertThat(outbox).isDirectoryNotContaining("glob:**2026*");
  }

  @Test
  void theNoteOfWhoIsForgottenNamesNobody() throws IOException {
    Captured run = forget(BUYER, "--yes");

    assertThat(Files.readString(lake.forgotten()))
        .contains("\"transactions-1.csv\"", "\"hash\"")
        .doesNotContain(BUYER);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lake.forgotten())))
        .isEqualTo("rw-------");
    assertThat(run.out()).doesNotContain("b-77 ");
  }

  @Test
  void whatLandsLaterDoesNotBringTheBuyerBack() throws IOException {
    forget(BUYER, "--yes");
    write("transactions-3.csv", row("t-6", "s-1", BUYER), row("t-7", "s-1", "b-770"));

    Captured run = ingest();

    assertThat(run.outLines())
        .contains(
            "files       1 landed, 2 known already",
            "rows        2 taken, 0 rejected (2 transactions)");
    assertThat(
            query(
                "SELECT transaction_id, coalesce(buyer_id, 'nobody') FROM %s WHERE batch_number = 3 ORDER BY ALL"
                    .formatted(landed())))
        .containsExactly("t-6,nobody", "t-7,b-770");
  }

  @Test
  void aCorrectedFileReplacesARewrittenBatch() throws IOException {
    forget(BUYER, "--yes");
    write("transactions-1.csv", row("t-1", "s-9", BUYER), row("t-2", "s-1", "b-78"));
    Captured corrected = ingest();
    assertThat(corrected.outLines())
        .as(corrected.err())
        .contains("files       1 landed, 1 known already");
    write("transactions-1.csv", row("t-8", "s-9", BUYER), row("t-9", "s-1", "b-78"));

    Captured lacking = ingest();

    assertThat(lacking.out()).contains("transactions-1.csv: lacks 100 % of the 2 keys");
    assertThat(
            query(
                "SELECT seller_id FROM %s WHERE transaction_id = 't-1' AND batch_number = 3"
                    .formatted(landed())))
        .containsExactly("s-9");
  }

  @Test
  void aSecondTimeNothingIsLeftToDo() throws IOException {
    forget(BUYER, "--yes");
    String note = Files.readString(lake.forgotten());

    Captured again = forget(BUYER, "--yes");

    assertThat(again.exitCode()).isZero();
    assertThat(again.outLines())
        .contains("forgotten     0 landed rows in 0 files name no buyer now")
        .filteredOn(line -> line.startsWith("landing"))
        .hasSize(2);
    assertThat(lake.forgotten()).hasContent(note);
    assertThat(new Versions(lake).all()).hasSize(2);
  }

  @Test
  void aLandingFileWhoseBatchHadTheBuyerIsToldWhateverItsTextIs() throws IOException {
    forget(BUYER, "--yes");
    Files.writeString(landing.resolve("transactions-1.csv"), "in another code\n");

    assertThat(forget(BUYER, "--dry-run").outLines())
        .filteredOn(line -> line.startsWith("landing"))
        .hasSize(2);
  }

  @Test
  void anotherBuyerIsForgottenBesideTheFirst() throws IOException {
    forget(BUYER, "--yes");
    assertThat(forget("b-78", "--yes").exitCode()).isZero();
    write("transactions-3.csv", row("t-6", "s-1", BUYER), row("t-7", "s-1", "b-78"));
    ingest();

    assertThat(query("SELECT count(buyer_id) FROM transactions")).containsExactly("0");
  }

  @Test
  void anUnknownBuyerIsKeptOutFromNowOn() throws IOException {
    assertThat(forget("b-99", "--yes").exitCode()).isZero();
    write("transactions-3.csv", row("t-6", "s-1", "b-99"));
    ingest();

    assertThat(
            query(
                "SELECT coalesce(buyer_id, 'nobody') FROM %s WHERE transaction_id = 't-6'"
                    .formatted(landed())))
        .containsExactly("nobody");
  }

  @Test
  void whatIsNamedInAPageRemainsAndIsWorthALook() throws IOException {
    Path page = Files.createDirectories(outbox.resolve("preview")).resolve("s-1.html");
    Files.writeString(page, "<p>b-77</p>");

    Captured run = forget(BUYER, "--yes");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.outLines()).contains("remains       " + page);
    assertThat(run.errLines()).last().isEqualTo("hindsight: " + ExitCode.LOOK.meaning());
  }

  @Test
  void aReplacementThatWasKilledBeforeItsRemovalIsGoneOnWith() throws Exception {
    small.publish("2026-06-30.3");

    forget(BUYER, "--yes");

    assertThat(new Versions(lake).all())
        .extracting(VersionName::toString)
        .containsExactly("2026-06-29.2", "2026-06-30.3");
  }

  @Test
  void unfinishedWorkThatMayHoldTheIdIsRemoved() throws IOException {
    Path part = lake.work().resolve("landing/batch=000003/transactions/part-0.parquet");
    Files.createDirectories(part.getParent());
    Files.writeString(part, "half of a file with b-77");

    assertThat(forget(BUYER, "--yes").exitCode()).isZero();
    assertThat(part).doesNotExist();
  }

  @Test
  void whatIsKeptOfOrderLinesIsRemoved() throws IOException {
    Path week = lake.kept().resolve("transactions/made-1/rows/ordered_week=2026-06-01");
    Files.createDirectories(week);
    try (Stream<Path> batch = Files.list(lake.batch("transactions", 1))) {
      for (Path file : batch.filter(name -> name.toString().endsWith(".parquet")).toList()) {
        Files.copy(file, week.resolve(file.getFileName()));
      }
    }

    assertThat(forget(BUYER, "--dry-run").outLines()).noneMatch(line -> line.contains("_kept"));
    assertThat(forget(BUYER, "--yes").exitCode()).isZero();
    assertThat(lake.kept()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''         | Standard input has no buyer's id on its first line; write it there
          a@b.test   | A buyer's id has no @, for no lake takes one that has; give the id that the lake knows
          'b-1\nb-2' | Standard input has several lines; write one buyer's id into it
          """)
  void anIdThatIsNone(String input, String problem) {
    Captured run = forget(input.replace("\\n", "\n"), "--yes");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).containsExactly("hindsight: " + problem);
  }

  @Test
  void withNobodyToAskItRefuses() {
    Captured run = forget(BUYER);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "hindsight: Nobody can be asked here: say --dry-run to see what there is to do, or --yes to do it");
  }

  private Captured forget(String input, String... more) {
    InputStream former = System.in;
    System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      List<Object> words = new ArrayList<>(List.of("forget", "--buyer", "--lake", lake.root()));
      words.addAll(List.of("--landing", landing));
      words.addAll(List.of(more));
      return Captured.run(words.toArray());
    } finally {
      System.setIn(former);
    }
  }

  private Captured ingest() {
    return Captured.run(
        "ingest", "--landing", landing, "--lake", lake.root(), "--reject-share", "0.5");
  }

  private List<String> query(String sql, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("sql", sql, "--lake", lake.root(), "--format", "csv"));
    words.addAll(List.of(more));
    Captured run = Captured.run(words.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.outLines().subList(1, run.outLines().size());
  }

  /** The landed rows themselves: the view has those that the newest version saw. */
  private String landed() {
    return "read_parquet('%s/*/*.parquet')".formatted(lake.landed("transactions"));
  }

  private void write(String name, String... rows) throws IOException {
    Files.writeString(landing.resolve(name), HEADER + String.join("", rows));
  }

  private static String row(String id, String seller, String buyer) {
    return "%s,o-%s,%s,shoes,12.50,EUR,2026-06-01T10:00:00Z,%s\n".formatted(id, id, seller, buyer);
  }
}
