package dev.hindsight.reports.rendering;

import static dev.hindsight.reports.SellerReportFixture.aCase;
import static dev.hindsight.reports.SellerReportFixture.aReport;
import static dev.hindsight.reports.SellerReportFixture.cause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.Outcome;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.SellerWording;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  private static final Pages PAGES = new Pages();
  private static final Pattern FONT_SIZE = Pattern.compile("font-size:(\\d+)px");

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.hindsight.reports.Showcase#sellers")
  void theStructureIsThatOfMail(SellerReport seller) {
    Document page = page(seller);

    assertThat(page.select("html").attr("lang")).startsWith(seller.locale());
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("title")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("table:not([role=presentation]):not(:has(th))")).isEmpty();
    assertThat(page.select("[lang='']")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.hindsight.reports.Showcase#sellers")
  void nothingIsLoadedFromElsewhere(SellerReport seller) {
    Document page = page(seller);

    assertThat(page.select("script, link, img, iframe, object, embed, [src], [href]")).isEmpty();
    assertThat(page.html()).doesNotContain("url(", "@import", "http:", "https:");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.hindsight.reports.Showcase#sellers")
  void wordsAreLargeEnoughToRead(SellerReport seller) {
    for (Element element : page(seller).select("[style*=font-size]")) {
      assertThat(FONT_SIZE.matcher(element.attr("style")).results())
          .allSatisfy(size -> assertThat(isReadable(element, size)).as(element.html()).isTrue());
    }
  }

  private static boolean isReadable(Element element, MatchResult size) {
    return Integer.parseInt(size.group(1)) >= 14 || element.text().replace('\u00a0', ' ').isBlank();
  }

  @Test
  void everyBarHasItsNumberInText() {
    assertThat(page(Showcase.bad()).text())
        .contains("Of your 1,412 orders in these 90 days, 31 were disputed so far.")
        .contains("Arrived damaged 17")
        .contains("Sept Oct Nov Dec Jan Feb");
    assertThat(page(Showcase.bad()).select("td[bgcolor][width]")).hasSizeGreaterThan(8);
  }

  @Test
  void thePreheaderStandsFirst() {
    assertThat(page(Showcase.bad()).body().child(0).text())
        .startsWith("“arrived damaged”: 17, about 4 would be usual.");
  }

  @Test
  void hostileTextStaysText() {
    String hostile = "<script>alert(1)</script>\"'><img src=x onerror=y>\r\n\u202e${7*7}";
    SellerReport report =
        aReport()
            .seller(hostile, hostile)
            .causes(cause(hostile, 5, 4, 1, 9))
            .waiting(1, aCase(hostile, hostile, "2026-02-01T00:00:00Z", Outcome.OPEN))
            .cases(aCase(hostile, hostile, "2026-02-01T00:00:00Z", Outcome.OPEN))
            .build();

    Document page = page(report);

    assertThat(page.select("script, img, [onerror]")).isEmpty();
    assertThat(page.text()).contains("<script>alert(1)</script>\"'>").contains("${7*7}");
    assertThat(page.html()).doesNotContain("\u202e");
  }

  @Test
  void endlessTextsAreShortened() {
    String endless = "endless ".repeat(1_250);
    SellerReport report =
        aReport()
            .seller(endless, endless)
            .causes(cause(endless, 5, 4, 1, 9))
            .cases(aCase(endless, endless, "2026-02-01T00:00:00Z", Outcome.OPEN))
            .build();

    assertThat(PAGES.report(new SellerWording(Marketplace.named(endless)).of(report)))
        .hasSizeLessThan(60_000);
  }

  private static Document page(SellerReport seller) {
    return Jsoup.parse(
        PAGES.report(new SellerWording(Marketplace.named("Mercado Norte")).of(seller)));
  }
}
