package dev.hindsight.reports.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.reports.delivery.Database;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.delivery.PlannedReport;
import dev.hindsight.reports.due.Decision;
import dev.hindsight.reports.due.DueReason;
import dev.hindsight.reports.due.SellerNews;
import dev.hindsight.reports.smtp.SmtpSettings.Login;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reports to a real mail server, through a relay that can misbehave. */
class ReportSendingTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-07-07"), 1);

  private final DeliveryLog log = new DeliveryLog(Database.H2.fresh());
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final RelayInFront relay;

  ReportSendingTest() throws IOException {
    server.start();
    relay = new RelayInFront(server.getSmtp().getPort(), null);
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
    server.stop();
  }

  @Test
  void whatGoesOverTheWireIsTheFileByteForByte() {
    plan("s-1");

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(1, 0, 0, 0, null));
    assertThat(relay.contents())
        .containsExactly(new String(message("s-1"), StandardCharsets.US_ASCII));
    assertThat(relay.commands())
        .anyMatch(line -> line.startsWith("MAIL FROM:<bounces@mercado.test>"))
        .anyMatch(line -> line.startsWith("RCPT TO:<s-1@seller.test>"));
    assertThat(states()).containsExactly(Map.entry("s-1", DeliveryState.ACCEPTED));
  }

  @Test
  void connectionsAreUsedForOneMessageAfterAnother() {
    plan("s-1", "s-2", "s-3", "s-4", "s-5", "s-6");

    send(settings(Security.NONE, 1));

    assertThat(server.getReceivedMessages()).hasSize(6);
    assertThat(relay.connections()).isEqualTo(1);
  }

  @Test
  void noMessageWaitsForTheAcknowledgementOfItsBeginning() throws IOException {
    try (Socket socket = new PromptSockets().createSocket("localhost", relay.port())) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void aServerWithoutEncryptionIsRefusedWhereItIsRequired() {
    plan("s-1");

    SendingResult result = send(settings(Security.STARTTLS, 1));

    assertThat(result.stopped())
        .startsWith(
            "Mail server localhost:%d does not offer STARTTLS, so reports would travel in the clear;"
                .formatted(relay.port()));
    assertThat(result.leftCount()).isEqualTo(1);
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(states()).containsExactly(Map.entry("s-1", DeliveryState.PLANNED));
  }

  @Test
  void aTemporaryRefusalIsTriedAgainAfterTheOthers() {
    plan("s-1", "s-2", "s-3");
    AtomicInteger refusals = new AtomicInteger();
    relay.answers(
        command ->
            command.contains("s-1@") && refusals.incrementAndGet() <= 2
                ? "450 4.7.1 greylisted, come back later"
                : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(3, 0, 0, 0, null));
    assertThat(relay.commands().stream().filter(line -> line.startsWith("RCPT")))
        .extracting(line -> line.replaceAll(".*<(.*)@.*", "$1"))
        .containsExactly("s-1", "s-2", "s-3", "s-1", "s-1");
  }

  @Test
  void aTemporaryRefusalThatLastsLeavesTheReportPlanned() {
    plan("s-1", "s-2");
    relay.answers(command -> command.contains("s-1@") ? "452 4.2.2 mailbox full" : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(1, 0, 0, 1, null));
    assertThat(delivery("s-1").answer()).contains("452 4.2.2 mailbox full");
    assertThat(states()).contains(Map.entry("s-1", DeliveryState.PLANNED));
  }

  @Test
  void oneBadAddressDoesNotStopTheRest() {
    plan("s-1", "s-2", "s-3");
    relay.answers(command -> command.contains("s-2@") ? "550 5.1.1 no such user" : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(2, 1, 0, 0, null));
    assertThat(delivery("s-2").state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery("s-2").answer()).contains("550 5.1.1 no such user");
  }

  @Test
  void aServerThatRefusesEverybodyIsAskedNoFurther() {
    plan(IntStream.range(0, 40).mapToObj(i -> "s-" + i).toArray(String[]::new));
    relay.answers(command -> command.startsWith("RCPT") ? "554 5.7.1 relay access denied" : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result.failedCount()).isEqualTo(20);
    assertThat(result.leftCount()).isEqualTo(20);
    assertThat(result.stopped())
        .contains("has refused 20 reports and taken none", "hindsight deliveries resend");
  }

  @Test
  void aServerThatRefusesTheSenderIsAskedNoFurther() {
    plan("s-1", "s-2");
    relay.answers(command -> command.startsWith("MAIL") ? "553 5.7.1 not yours" : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result.failedCount()).isZero();
    assertThat(result.leftCount()).isEqualTo(2);
    assertThat(result.stopped()).contains("refuses the sender bounces@mercado.test");
  }

  @Test
  void aConnectionThatEndsBetweenMessagesIsOpenedAgain() {
    plan("s-1", "s-2", "s-3");
    AtomicInteger commands = new AtomicInteger();
    relay.answers(
        command ->
            command.startsWith("MAIL") && commands.incrementAndGet() == 2
                ? RelayInFront.DROP
                : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(3, 0, 0, 0, null));
    assertThat(server.getReceivedMessages()).hasSize(3);
  }

  @Test
  void whatWasHandedOverWithoutAnAnswerIsUnknownAndNotTriedAgain() {
    plan("s-1", "s-2");
    AtomicInteger ends = new AtomicInteger();
    relay.answers(
        command ->
            command.equals(".") && ends.incrementAndGet() == 1 ? RelayInFront.DROP_AFTER : null);

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result).isEqualTo(new SendingResult(1, 0, 1, 0, null));
    assertThat(delivery("s-1").state()).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aServerThatDiesMidWayStopsTheRunInOrder() {
    plan(IntStream.range(0, 10).mapToObj(i -> "s-" + i).toArray(String[]::new));
    AtomicInteger ends = new AtomicInteger();
    relay.answers(
        command -> {
          if (command.startsWith("MAIL") && ends.incrementAndGet() == 5) {
            close();
            return RelayInFront.DROP;
          }
          return null;
        });

    SendingResult result = send(settings(Security.NONE, 1));

    assertThat(result.acceptedCount()).isEqualTo(4);
    assertThat(result.leftCount()).isEqualTo(6);
    assertThat(result.unknownCount()).isZero();
    assertThat(result.stopped())
        .startsWith("Mail server localhost:%d cannot be reached (".formatted(relay.port()))
        .endsWith("run: hindsight report, once it can");
    assertThat(log.counts())
        .containsOnly(Map.entry(DeliveryState.ACCEPTED, 4L), Map.entry(DeliveryState.PLANNED, 6L));
  }

  @Test
  void aSlowRunMarksOneReportAtATimeAndNoneMoreThanEight() {
    assertThat(batchSize(20, 2)).isEqualTo(1);
    assertThat(batchSize(100, 2)).isEqualTo(5);
    assertThat(batchSize(10_000, 4)).isEqualTo(8);
  }

  private int batchSize(int rate, int connections) {
    SendingRun run =
        new SendingRun(
            settings(Security.NONE, connections, rate, null), log, delivery -> new byte[0]);
    run.end();
    return run.batchSize();
  }

  @Test
  void theRateIsKept() {
    plan(IntStream.range(0, 11).mapToObj(i -> "s-" + i).toArray(String[]::new));
    long start = System.nanoTime();

    send(settings(Security.NONE, 2, 20, null));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void aRefusedLoginStopsTheRunAndIsSaid() {
    plan("s-1");
    server.setUser("reports@mercado.test", "reports", "right");

    SendingResult result = send(settings(Security.NONE, 1, 1_000, new Login("reports", "wrong")));

    assertThat(result.stopped())
        .contains("refuses the login", "check smtp-user and HINDSIGHT_SMTP_PASSWORD");
    assertThat(
            send(settings(Security.NONE, 1, 1_000, new Login("reports", "right"))).acceptedCount())
        .isEqualTo(1);
  }

  private void close() {
    try {
      relay.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void plan(String... sellers) {
    log.planned(VERSION, Arrays.stream(sellers).map(ReportSendingTest::due).toList());
  }

  private static PlannedReport due(String seller) {
    return new PlannedReport(
        new SellerNews(
            seller, seller + "@seller.test", ReportFrequency.WEEKLY, List.of(), List.of()),
        new Decision(seller, "week 2026-07-06", DueReason.FIRST, null));
  }

  private SendingResult send(SmtpSettings settings) {
    return new ReportSending(settings, log, delivery -> message(delivery.sellerId()))
        .send(log.find(DeliveryFilter.ALL));
  }

  private static byte[] message(String seller) {
    return "Subject: %s\r\nMessage-ID: <1@x>\r\n\r\n.one\r\n..two\r\n.\r\n  three  \r\n"
        .formatted(seller)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private SmtpSettings settings(Security security, int connections) {
    return settings(security, connections, 1_000, null);
  }

  private SmtpSettings settings(
      Security security, int connections, int rate, @Nullable Login login) {
    return new SmtpSettings(
        "localhost",
        relay.port(),
        security,
        login,
        "bounces@mercado.test",
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        connections,
        rate,
        3,
        Duration.ZERO);
  }

  private Delivery delivery(String seller) {
    return log.find(DeliveryFilter.ALL).stream()
        .filter(delivery -> delivery.sellerId().equals(seller))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, DeliveryState> states() {
    return log.find(DeliveryFilter.ALL).stream()
        .collect(Collectors.toMap(Delivery::sellerId, Delivery::state));
  }
}
