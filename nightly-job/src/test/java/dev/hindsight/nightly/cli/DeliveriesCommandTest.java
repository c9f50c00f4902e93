package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hindsight.nightly.ReportLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a small lake, through the commands, to a real mail server. */
class DeliveriesCommandTest {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Path lake;
  private final int port;

  DeliveriesCommandTest(@TempDir Path folder) throws IOException {
    lake = ReportLake.of(folder, 2).root();
    server.start();
    port = server.getSmtp().getPort();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aDryRunTellsWhoWouldGetWhatAndSendsNothing() {
    Captured run = report("--dry-run", "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "seller_id,decision,why,period",
            "s-00000,send,first report,week 2026-06-29",
            "s-00001,send,first report,week 2026-06-29");
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(lake.resolveSibling("outbox")).doesNotExist();
  }

  @Test
  void reportsAreSentOnceAndListed() {
    Captured first = report();
    Captured second = report();

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("deliveries  2 taken by the mail server");
    assertThat(second.out())
        .contains("deliveries  0 taken by the mail server (not sent: 2 not due)");
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(Captured.run("deliveries", "--lake", lake, "--state", "accepted").out())
        .contains("s-00000", "s-00001", "week 2026-06-29", "first", "(2 rows)");
    assertThat(Captured.run("status", "--lake", lake).out()).contains("deliveries  none is left");
  }

  @Test
  void aServerThatIsGoneLeavesReportsPlannedAndEndsWithThree() {
    server.stop();

    Captured run = report();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("0 taken by the mail server, 2 not handed over yet", "cannot be reached");
    assertThat(run.errLines()).last().asString().contains("reports not delivered");
    assertThat(Captured.run("status", "--lake", lake).out())
        .contains("2 planned (due, not handed over yet); see: hindsight deliveries");
  }

  @Test
  void resendingWithoutSayingWhichIsRefused() {
    Captured run = Captured.run("deliveries", "resend", "--lake", lake);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Say which: sellers by their ids, or --state unknown");
  }

  @Test
  void nothingIsResentOfWhatWasTaken() {
    report();

    Captured run =
        Captured.run(
            "deliveries",
            "resend",
            "s-00000",
            "--lake",
            lake,
            "--smtp-host",
            "localhost",
            "--smtp-port",
            port,
            "--smtp-security",
            "none");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("0 taken by the mail server");
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  private Captured report(String... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "report",
                "--lake",
                lake,
                "--deliver",
                "smtp",
                "--smtp-host",
                "localhost",
                "--smtp-port",
                port,
                "--smtp-security",
                "none",
                "--smtp-retry-wait",
                "0"));
    words.addAll(Arrays.asList(more));
    return Captured.run(words.toArray());
  }
}
