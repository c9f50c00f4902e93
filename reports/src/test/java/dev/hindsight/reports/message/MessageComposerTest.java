package dev.hindsight.reports.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageComposerTest {
  private static final MailAddress SENDER = new MailAddress("reports@mercado.example");

  @Test
  void bothAlternativesArriveAsTheyWereWritten() throws Exception {
    String html = "<p>Grüße, 您好, naïve = " + "long ".repeat(400) + "</p>\nFrom here\n.\n";
    String text = "Grüße\nFrom here\n.\n";

    MimeMultipart parts = (MimeMultipart) parsed(letter("Ada", html, text)).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(html.replace("\n", "\r\n"));
  }

  @Test
  void headersSayWhatItIs() throws Exception {
    MimeMessage message = parsed(letter("Käthe \"K\" Knöpf, <Owner>", "<p>", "text"));

    assertThat(message.getSubject()).isEqualTo("Your disputes: ünusual");
    assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo(SENDER.address());
    assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Mercado Norte");
    InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(to.getAddress()).isEqualTo("owner@seller.example");
    assertThat(to.getPersonal()).isEqualTo("Käthe \"K\" Knöpf, <Owner>");
    assertThat(message.getReplyTo())
        .extracting(Address::toString)
        .containsExactly("Mercado Norte <people@mercado.example>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("List-Id")).containsExactly("<seller-reports.mercado.example>");
    assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
    assertThat(message.getSentDate()).isEqualTo(Instant.parse("2026-02-28T23:59:00Z"));
    assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@mercado\\.example>");
  }

  @Test
  void theSameLetterIsTheSameBytes() {
    Letter letter = letter("Ada", "<p>Grüße</p>", "Grüße");

    assertThat(composer().compose(letter)).isEqualTo(composer().compose(letter));
  }

  @Test
  void anotherReportIsAnotherMessage() throws Exception {
    Letter other =
        new Letter(
            "2026-02-28.2/s-118",
            "s-118",
            LocalDate.parse("2026-02-28"),
            new MailAddress("owner@seller.example"),
            "Ada",
            "en",
            "Subject",
            "<p>",
            "text",
            List.of());

    assertThat(parsed(other).getMessageID())
        .isNotEqualTo(parsed(letter("Ada", "<p>", "text")).getMessageID());
  }

  @Test
  void namesCannotAddHeaders() throws Exception {
    MimeMessage message =
        parsed(letter("Ada\r\nBcc: all@example.com\u2028X: y\u202e", "<p>", "text"));

    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Ada Bcc: all@example.com X: y");
  }

  @Test
  void linesEndAndStayShortAsTheStandardWants() {
    String message =
        new String(
            composer().compose(letter("n".repeat(10_000), "<p>" + "x".repeat(5_000), "ü\n\nx")),
            StandardCharsets.US_ASCII);

    assertThat(message.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(message.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    assertThat(message.codePoints()).allMatch(character -> character < 128);
  }

  @Test
  void unsubscribingTakesAMessageWhereThereIsNoPage() throws Exception {
    MimeMessage message = parsed(letter("Ada", "<p>", "text"));

    assertThat(message.getHeader("List-Unsubscribe"))
        .containsExactly("<mailto:people@mercado.example?subject=unsubscribe%20s-118>");
    assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  void oneClickUnsubscribesWhereThereIsAPage() throws Exception {
    MimeMessage message =
        parsed(
            composer(
                    new UnsubscribeLink(
                        URI.create("https://mercado.example/unsubscribe?list=reports"),
                        "an-example-secret-of-32-letters!"))
                .compose(letter("Ada", "<p>", "text")));

    assertThat(message.getHeader("List-Unsubscribe", null))
        .isEqualTo(
            "<https://mercado.example/unsubscribe?list=reports&seller=s-118&token="
                + "PQpKdFpOUkzDGtaQUiVeC1sPorrKE6R-QqvtTTGM58Y>");
    assertThat(message.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void aLinkThatNoLineCanHoldIsLeftOut() throws Exception {
    Letter letter = letter("Ada", "<p>", "text");
    Letter ofLongId =
        new Letter(
            letter.reference(),
            "\u202e".repeat(10_000),
            letter.stateOf(),
            letter.to(),
            letter.toName(),
            letter.language(),
            letter.subject(),
            letter.html(),
            letter.text(),
            List.of());
    UnsubscribeLink link =
        new UnsubscribeLink(URI.create("https://mercado.example/u"), "s".repeat(32));

    assertThat(parsed(composer(link).compose(ofLongId)).getHeader("List-Unsubscribe", null))
        .isEqualTo("<mailto:people@mercado.example?subject=unsubscribe>");
  }

  @Test
  void attachmentsArriveAsTheyWere() throws Exception {
    byte[] cases = "\uFEFFcase;amount\r\n1;2,50\r\n".getBytes(StandardCharsets.UTF_8);
    Letter bare = letter("Ada", "<p>Grüße", "Grüße");
    Letter letter =
        new Letter(
            bare.reference(),
            bare.sellerId(),
            bare.stateOf(),
            bare.to(),
            bare.toName(),
            bare.language(),
            bare.subject(),
            bare.html(),
            bare.text(),
            List.of(new Attachment("cases.csv", "text/csv; charset=UTF-8", cases)));

    MimeMultipart parts = (MimeMultipart) parsed(letter).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("cases.csv");
    assertThat(parts.getBodyPart(1).getDisposition()).isEqualTo("attachment");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(cases);
    assertThat(composer().compose(letter)).isEqualTo(composer().compose(letter));
  }

  private static Letter letter(String toName, String html, String text) {
    return new Letter(
        "2026-02-28.1/s-118",
        "s-118",
        LocalDate.parse("2026-02-28"),
        new MailAddress("owner@seller.example"),
        toName,
        "en",
        "Your disputes:\r\n ünusual",
        html,
        text,
        List.of());
  }

  private static MimeMessage parsed(Letter letter) throws Exception {
    return parsed(composer().compose(letter));
  }

  private static MimeMessage parsed(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static MessageComposer composer() {
    return composer(null);
  }

  private static MessageComposer composer(@Nullable UnsubscribeLink link) {
    return new MessageComposer(
        new Letterhead(
            "Mercado Norte",
            SENDER,
            new MailAddress("people@mercado.example"),
            "seller-reports.mercado.example",
            link));
  }
}
