package dev.hindsight.reports.rendering;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static dev.hindsight.reports.SellerReportFixture.finding;
import static dev.hindsight.reports.SellerReportFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.FadedFinding;
import dev.hindsight.datasets.marts.ReportAlarm;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.cases.CaseFile;
import dev.hindsight.reports.message.Attachment;
import dev.hindsight.reports.message.Letter;
import dev.hindsight.reports.message.Letterhead;
import dev.hindsight.reports.message.MailAddress;
import dev.hindsight.reports.message.MessageComposer;
import dev.hindsight.reports.wording.CaseFileWords;
import dev.hindsight.reports.wording.CaseUrl;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.ReportPage;
import dev.hindsight.reports.wording.SellerWording;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that break things, in every field at once. */
class HostileNamesTest {
  private static final Pages PAGES = new Pages();
  private static final int MOST_BYTES = 80_000;

  static Stream<String> names() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(HostileNamesTest.class.getResourceAsStream("/naughty-names.txt"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      List<String> listed =
          text.lines().filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
      Stream<String> unwritable =
          Stream.of(
              "x".repeat(10_000),
              "\ud83d\udca9".repeat(5_000),
              "a\r\nBcc: everybody@example.com\r\n\r\nbody",
              "\r\n.\r\nQUIT\r\n",
              "\0\u0001\u0007\u001b[31m\u007f\u0085\u2028\u2029",
              "\ud800 half \udfff",
              "\u202egnp.exe\u202c\u2066\u2069\u200f\ufeff");
      return Stream.concat(listed.stream(), unwritable);
    }
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("names")
  void breakNeitherPageNorHeader(String name) throws Exception {
    SellerReport report = report(name);
    Marketplace marketplace =
        new Marketplace(name, Locale.UK, new CaseUrl("https://s.example/{order}"), name);
    ReportPage page = new SellerWording(marketplace).of(report);
    String html = PAGES.report(page);

    Document document = Jsoup.parse(html);
    assertThat(document.select("script, img, iframe, svg, object, embed, form, input")).isEmpty();
    assertThat(document.select("h1")).hasSize(1);
    assertThat(document.select("style")).hasSize(1);
    for (Element element : document.getAllElements()) {
      assertThat(element.attributes().asList())
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }
    assertThat(document.select("[href]"))
        .allSatisfy(link -> assertThat(link.attr("href")).startsWith("https://s.example/"));
    assertThat(html).doesNotContain("\u202e", "\u2066", "\u200f", "\0");

    MimeMessage message = message(page, html, report, marketplace);
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).doesNotContain("\r", "\n");
    assertThat(Collections.list(message.getAllHeaders()))
        .extracting(header -> header.getName())
        .containsOnlyOnce("Subject", "From", "To", "Date", "Message-ID", "Content-Type");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    MimeMultipart texts = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(texts.getCount()).isEqualTo(2);
    assertThat(texts.getBodyPart(1).getSize()).isLessThan(MOST_BYTES);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("cases.csv");
  }

  private static SellerReport report(String name) {
    return aReport()
        .seller(name, name)
        .locale(name)
        .timeZone(name)
        .causes(cause(name, 5, 4, 1, 9))
        .findings(finding(name, 12, 3.0, 1, 2, 3))
        .tasks(
            task(1, name, DriverDimension.SKU, name),
            task(2, name, DriverDimension.PRICE_BAND, name),
            task(3, name, DriverDimension.WEEKDAY, name))
        .faded(new FadedFinding("gone " + name, name, 1, 2.0, 0L, 5L, 9, 2.0))
        .alarms(new ReportAlarm(name, name, LocalDate.parse("2026-02-16"), 7, 1.3))
        .waiting(1, aCase(name, name, "2026-02-01T00:00:00Z", Outcome.OPEN))
        .cases(aCase(name, name, "2026-02-01T00:00:00Z", Outcome.OPEN))
        .build();
  }

  private static MimeMessage message(
      ReportPage page, String html, SellerReport report, Marketplace marketplace) throws Exception {
    MailAddress sender = new MailAddress("reports@bazaar.example");
    byte[] cases = CaseFile.of(report, CaseFileWords.of(report, marketplace));
    byte[] bytes =
        new MessageComposer(
                new Letterhead(marketplace.name(), sender, sender, "reports.bazaar.example", null))
            .compose(
                new Letter(
                    "2026-02-28.1/s",
                    report.sellerId(),
                    LocalDate.parse("2026-02-28"),
                    new MailAddress("owner@seller.example"),
                    page.sellerName(),
                    page.language(),
                    page.subject(),
                    html,
                    TextReport.of(page),
                    List.of(new Attachment(CaseFile.NAME, "text/csv; charset=UTF-8", cases))));
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
