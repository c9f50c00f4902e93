package dev.hindsight.reports;

import static dev.hindsight.reports.SellerReportFixture.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.delivery.Database;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.due.ReportCalendar;
import dev.hindsight.reports.due.Silenced;
import dev.hindsight.reports.due.SkipReason;
import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.outbox.OutboxEntry;
import dev.hindsight.reports.smtp.SmtpSettings;
import dev.hindsight.reports.smtp.SmtpSettings.Security;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDeliveryTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-02-28"), 1);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final DeliveryLog log = new DeliveryLog(Database.H2.fresh());
  private final ReportDelivery delivery = new ReportDelivery(log);
  private final Lake lake;
  private final Path outbox;

  ReportDeliveryTest(@TempDir Path folder) throws IOException {
    lake = new Lake(folder.resolve("lake"));
    outbox = folder.resolve("outbox");
    MartFixture.write(
        lake,
        VERSION,
        List.of(
            aReport().seller("s-1", "One").email("one@seller.test").build(),
            aReport().seller("s-2", "Two").email("two@seller.test").build(),
            aReport().seller("s-3", "Three").email("three@seller.test").build(),
            aReport().seller("s-4", "Four").email("four@seller.example").build(),
            aReport().seller("s-5", "Five").email(null).build()));
    write();
  }

  private void write() throws IOException {
    Outbox written = new Outbox(outbox, VERSION);
    written.begin();
    for (String seller : List.of("s-1", "s-2", "s-3")) {
      byte[] message =
          "Subject: %s\r\n\r\ntext\r\n".formatted(seller).getBytes(StandardCharsets.US_ASCII);
      written.write(new OutboxEntry(seller, "<p>", message));
    }
    written.finish("<p>");
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void unsubscribedAndBouncedSellersGetNothing() throws Exception {
    Silenced silenced = new Silenced(Set.of("s-2"), Set.of("three@seller.test"));

    DeliveryResult result = delivery.deliver(request(false, silenced, smtp()));

    assertThat(received()).containsExactly("s-1");
    assertThat(result.dueCount()).isEqualTo(1);
    assertThat(result.skippedCounts())
        .isEqualTo(
            Map.of(
                SkipReason.NO_ADDRESS, 1L,
                SkipReason.EXAMPLE_ADDRESS, 1L,
                SkipReason.UNSUBSCRIBED, 1L,
                SkipReason.BOUNCED, 1L));
    assertThat(result.hasUndelivered()).isFalse();
  }

  @Test
  void theSameNightAgainSendsNothing() throws Exception {
    delivery.deliver(request(false, Silenced.NOBODY, smtp()));

    DeliveryResult again = delivery.deliver(request(false, Silenced.NOBODY, smtp()));

    assertThat(received()).containsExactly("s-1", "s-2", "s-3");
    assertThat(again.dueCount()).isZero();
    assertThat(again.skippedCounts()).containsEntry(SkipReason.NOT_DUE, 3L);
  }

  @Test
  void withoutAMailServerItIsDecidedAndNothingPlanned() throws Exception {
    DeliveryResult result = delivery.deliver(request(false, Silenced.NOBODY, null));

    assertThat(result.dueCount()).isEqualTo(3);
    assertThat(result.sending()).isNull();
    assertThat(log.find(DeliveryFilter.ALL)).isEmpty();
  }

  @Test
  void aBackFillSendsNothing() throws Exception {
    DeliveryResult result = delivery.deliver(request(true, Silenced.NOBODY, smtp()));

    assertThat(result.skippedCounts()).isEqualTo(Map.of(SkipReason.BACK_FILL, 5L));
    assertThat(received()).isEmpty();
  }

  @Test
  void whatIsUnknownIsSentAgainOnlyWhenSomebodyAsks() throws Exception {
    delivery.deliver(request(false, Silenced.NOBODY, smtp()));
    log.ended(find("s-1"), DeliveryState.UNKNOWN, "connection lost");
    log.ended(find("s-2"), DeliveryState.UNKNOWN, "connection lost");

    delivery.deliver(request(false, Silenced.NOBODY, smtp()));
    assertThat(received()).hasSize(3);
    delivery.resend(
        request(false, new Silenced(Set.of("s-2"), Set.of()), smtp()), DeliveryFilter.ALL);

    assertThat(received()).containsExactly("s-1", "s-1", "s-2", "s-3");
    assertThat(find("s-1").state()).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(find("s-2").state()).isEqualTo(DeliveryState.UNKNOWN);
  }

  @Test
  void aMessageThatIsGoneIsSaidBeforeAnyIsSent() throws Exception {
    delivery.deliver(request(false, Silenced.NOBODY, smtp()));
    log.ended(find("s-1"), DeliveryState.UNKNOWN, "connection lost");
    log.ended(find("s-2"), DeliveryState.FAILED, "550 no such user");
    Path message = outbox.resolve("2026-02-28.1/s-2.eml");
    Files.delete(message);

    assertThatThrownBy(
            () -> delivery.resend(request(false, Silenced.NOBODY, smtp()), DeliveryFilter.ALL))
        .isInstanceOf(MissingMessageException.class)
        .hasMessage(
            "The report of seller s-2 is no longer at %s; write it again with: hindsight report"
                + " --deliver outbox --as-of 2026-02-28",
            message);
    assertThat(received()).hasSize(3);
  }

  private Delivery find(String seller) {
    return log.find(new DeliveryFilter(Set.of(), Set.of(seller), null, null)).get(0);
  }

  private List<String> received() throws Exception {
    return Arrays.stream(server.getReceivedMessages())
        .map(
            message -> {
              try {
                return message.getSubject();
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .sorted()
        .toList();
  }

  private DeliveryRequest request(
      boolean isBackFill, Silenced silenced, @Nullable SmtpSettings smtp) {
    return new DeliveryRequest(
        lake, VERSION, outbox, ReportCalendar.DEFAULT, isBackFill, silenced, smtp);
  }

  private SmtpSettings smtp() {
    return new SmtpSettings(
        "localhost",
        server.getSmtp().getPort(),
        Security.NONE,
        null,
        "bounces@mercado.test",
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        2,
        1_000,
        1,
        Duration.ZERO);
  }
}
