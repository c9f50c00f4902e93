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

/** A buyer is forgotten by the real program, killed and run again, between two real nights. */
class ForgottenBuyerIT {
  private static final String TRANSACTIONS =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,buyer_id\n";
  private static final String EVENTS =
      "event_id,dispute_id,seller_id,event_type,occurred_at,transaction_id,cause,amount,currency\n";
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
  void killedOrNotTheBuyerIsForgottenAndTheNextNightGoesOn() throws Exception {
    landFirst();
    ProgramRun first = ProgramRun.of(folder, "nightly", "--landing", landing);
    assertThat(first.exitCode()).as(first.err()).isZero();
    List<String> before = query("SELECT * EXCLUDE (buyer_id) FROM transactions ORDER BY ALL");
    List<String> disputes = query("SELECT * EXCLUDE (buyer_id) FROM disputes ORDER BY ALL");

    Random random = new Random(Long.getLong("hindsight.kill.seed", 20261128L));
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(300 + random.nextInt(LONGEST_MILLISECONDS));
    }
    ProgramRun last = forget();

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out()).contains("the buyer is in none", "names the buyer: delete it");
    assertThat(query("SELECT * EXCLUDE (buyer_id) FROM transactions ORDER BY ALL"))
        .isEqualTo(before);
    assertThat(query("SELECT * EXCLUDE (buyer_id) FROM disputes ORDER BY ALL")).isEqualTo(disputes);
    assertThat(query("SELECT count(*) FROM disputes WHERE buyer_id = 'b-0007'"))
        .containsExactly("0");
    assertThat(new Versions(lake).all())
        .extracting(VersionName::toString)
        .containsExactly("2026-06-30.2");

    land(2, "b-0007");
    ProgramRun second = ProgramRun.of(folder, "nightly", "--landing", landing);

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains("1 landed, 2 known already", "2026-06-30.3");
    assertThat(second.out()).doesNotContain("restated    unknown");
    assertThat(query("SELECT count(*), count(buyer_id) FROM transactions"))
        .containsExactly("80,68");
    assertThat(query("SELECT count(*) FROM disputes")).containsExactly("10");
    assertThat(forget().out()).contains("0 landed rows in 0 files", "the buyer is in none");
  }

  private void landFirst() throws IOException {
    land(1, "b-0007");
    StringBuilder events = new StringBuilder(EVENTS);
    for (int number = 0; number < 10; number++) {
      events.append(
          "e-%1$d,d-%1$d,s-%2$d,OPENED,2026-06-%3$02dT10:00:00Z,t-1-%1$d,NOT_RECEIVED,12.50,EUR%n"
              .formatted(number, number % 4, 11 + number));
    }
    events.append("e-99,d-0,s-0,SELLER_REPLIED,2026-06-30T10:00:00Z,,,,\n");
    Files.writeString(landing.resolve("dispute-events-1.csv"), events);
  }

  /** Forty order lines of ten days; every seventh is the buyer's. */
  private void land(int file, String forgotten) throws IOException {
    StringBuilder rows = new StringBuilder(TRANSACTIONS);
    for (int number = 0; number < 40; number++) {
      rows.append(
          "t-%1$d-%2$d,o-%1$d-%2$d,s-%3$d,shoes,12.50,EUR,2026-06-%4$02dT10:00:00Z,%5$s%n"
              .formatted(
                  file,
                  number,
                  number % 4,
                  1 + number % 10,
                  number % 7 == 0 ? forgotten : "b-1" + number));
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
