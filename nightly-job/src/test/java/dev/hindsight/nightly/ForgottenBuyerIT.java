package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buyer is forgotten by the real program, which is killed and run again, between two ingests. */
class ForgottenBuyerIT {
  private static final String TRANSACTIONS =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,buyer_id\n";
  private static final int KILLS = 5;
  private static final int LONGEST_MILLISECONDS = 2_500;

  private final Path folder;
  private final Path landing;
  private final Lake lake;
  private final Path buyer;

  ForgottenBuyerIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    landing = Files.createDirectories(folder.resolve("landing"));
    lake = new Lake(folder.resolve("lake"));
    buyer = Files.writeString(folder.resolve("buyer.txt"), "b-0007\n");
  }

  @Test
  void killedOrNotTheBuyerIsForgottenAndTheNextIngestGoesOn() throws Exception {
    land(1);
    land(2);
    assertThat(ingest().out()).contains("2 landed", "80 taken");
    SmallLake small = new SmallLake(folder);
    small.publish("2026-06-30.1");
    small.fill(
        "2026-06-30.1",
        "disputes",
        "(dispute_id, seller_id, buyer_id)",
        "('d-1', 's-1', 'b-0007'), ('d-2', 's-2', 'b-12')");
    List<String> before = query("SELECT * EXCLUDE (buyer_id) FROM transactions ORDER BY ALL");

    Random random = new Random(Long.getLong("hindsight.kill.seed", 20261128L));
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(300 + random.nextInt(LONGEST_MILLISECONDS));
    }
    ProgramRun last = forget();

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out()).contains("the buyer is in none", "names the buyer: delete it");
    assertThat(query("SELECT * EXCLUDE (buyer_id) FROM transactions ORDER BY ALL"))
        .isEqualTo(before);
    assertThat(query("SELECT count(*), count(buyer_id) FROM disputes")).containsExactly("2,1");
    assertThat(new Versions(lake).all())
        .extracting(VersionName::toString)
        .containsExactly("2026-06-30.2");

    land(3);
    assertThat(ingest().out()).contains("1 landed, 2 known already", "40 taken");
    assertThat(
            query(
                "SELECT count(*), count(buyer_id) FROM read_parquet('%s/*/*.parquet')"
                    .formatted(lake.landed("transactions"))))
        .containsExactly("120,102");
    assertThat(forget().out()).contains("0 landed rows in 0 files", "the buyer is in none");
  }

  private ProgramRun ingest() throws IOException, InterruptedException {
    ProgramRun run = ProgramRun.of(folder, "ingest", "--landing", landing);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  /** Forty order lines of ten days; every seventh is the buyer's. */
  private void land(int file) throws IOException {
    StringBuilder rows = new StringBuilder(TRANSACTIONS);
    for (int number = 0; number < 40; number++) {
      rows.append(
          "t-%1$d-%2$d,o-%1$d-%2$d,s-%3$d,shoes,12.50,EUR,2026-06-%4$02dT10:00:00Z,%5$s%n"
              .formatted(
                  file,
                  number,
                  number % 4,
                  1 + number % 10,
                  number % 7 == 0 ? "b-0007" : "b-1" + number));
    }
    Files.writeString(landing.resolve("transactions-%d.csv".formatted(file)), rows);
  }

  private ProgramRun forget() throws IOException, InterruptedException {
    return ProgramRun.ofCommand(
        folder,
        List.of(
            "/bin/sh",
            "-c",
            "exec \"$0\" forget --buyer --yes --landing landing < \"$1\"",
            ProgramRun.LAUNCHER.toString(),
            buyer.toString()));
  }

  private void killAfter(int milliseconds) throws IOException, InterruptedException {
    Path output = Files.createTempFile("killed", ".txt");
    Process forgetting =
        new ProcessBuilder(ProgramRun.LAUNCHER.toString(), "forget", "--buyer", "--yes")
            .directory(folder.toFile())
            .redirectInput(buyer.toFile())
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .start();
    if (!forgetting.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      forgetting.destroyForcibly().waitFor();
    }
  }

  private List<String> query(String sql) throws IOException, InterruptedException {
    ProgramRun run = ProgramRun.of(folder, "sql", "--format", "csv", sql);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }
}
