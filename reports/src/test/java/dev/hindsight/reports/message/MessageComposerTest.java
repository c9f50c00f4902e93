package dev.hindsight.reports.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
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
            LocalDate.parse("2026-02-28"),
            new MailAddress("owner@seller.example"),
            "Ada",
            "en",
            "Subject",
            "<p>",
            "text");

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

  private static Letter letter(String toName, String html, String text) {
    return new Letter(
        "2026-02-28.1/s-118",
        LocalDate.parse("2026-02-28"),
        new MailAddress("owner@seller.example"),
        toName,
        "en",
        "Your disputes:\r\n ünusual",
        html,
        text);
  }

  private static MimeMessage parsed(Letter letter) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(composer().compose(letter)));
  }

  private static MessageComposer composer() {
    return new MessageComposer(
        new Letterhead("Mercado Norte", SENDER, new MailAddress("people@mercado.example")));
  }
}
