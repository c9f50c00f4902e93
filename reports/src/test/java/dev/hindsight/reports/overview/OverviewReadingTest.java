package dev.hindsight.reports.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.Restatement;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.marts.Trend;
import dev.hindsight.reports.MartFixture;
import dev.hindsight.reports.overview.Quality.Defects;
import dev.hindsight.reports.overview.Quality.Feed;
import dev.hindsight.reports.rendering.Pages;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverviewReadingTest {
  static Stream<Arguments> rowTypes() {
    return Stream.of(
        Arguments.of(OutcomeCounts.CONTRACT, CauseMonths.Row.class),
        Arguments.of(SellerScorecard.CONTRACT, FunnelSellers.Scorecard.class),
        Arguments.of(SellerScorecard.CONTRACT, Headline.Row.class),
        Arguments.of(SellerCause.CONTRACT, FunnelSellers.CauseRow.class),
        Arguments.of(SellerReport.CONTRACT, FunnelSellers.Name.class),
        Arguments.of(CategoryBenchmark.CONTRACT, CausesByCategory.Row.class),
        Arguments.of(ProcessStep.CONTRACT, ProcessTimes.Row.class),
        Arguments.of(Trend.CONTRACT, WatchedSeries.Row.class),
        Arguments.of(DecisionFairness.CONTRACT, Fairness.Row.class),
        Arguments.of(Dispute.CONTRACT, DisputeDefects.Row.class),
        Arguments.of(Restatement.CONTRACT, RestatedDates.Row.class));
  }

  @ParameterizedTest
  @MethodSource("rowTypes")
  void everyColumnThatIsReadIsInItsContract(Contract<?> contract, Class<?> rowType) {
    for (RecordComponent component : rowType.getRecordComponents()) {
      String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      assertThatCode(() -> contract.field(column)).doesNotThrowAnyException();
    }
  }

  @Test
  void numbersOfAllMartsAreRead(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    OverviewFixture.write(lake, "Plain");

    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read("Mercado Norte");

    assertThat(overview.headline().sellers()).isEqualTo(40);
    assertThat(overview.headline().lines()).isEqualTo(82_000);
    assertThat(overview.headline().refunded()).isEqualByComparingTo("400");
    assertThat(overview.funnel().sellers()).hasSize(40);
    assertThat(overview.funnel().flagged().get(0).sellerName()).isEqualTo("Plain");
    assertThat(overview.emerging().alarms()).hasSize(2);
    assertThat(overview.emerging().seriesCount()).isEqualTo(3);
    assertThat(overview.emerging().series().get(0).weeks()).hasSize(15);
    assertThat(overview.quality().disputes()).isEqualTo(new Defects(2, 1, 1, 1, 2));
    assertThat(overview.quality().allDisputes().count()).isEqualTo(3);
    assertThat(overview.quality().feeds())
        .containsExactly(new Feed("transactions", 2, 2_000, 7, 1, 0));
    assertThat(overview.changes().correctedDateCount()).isEqualTo(1);
    assertThat(overview.unread()).isEmpty();
  }

  @Test
  void aVersionWithoutMartsIsShownAsSuch(@TempDir Path folder) throws IOException {
    Overview nothing =
        new OverviewReading(new Lake(folder), OverviewFixture.VERSION).read("Mercado Norte");

    Document page = Jsoup.parse(new Pages().overview(OverviewPage.besideReports(nothing)));

    assertThat(page.text())
        .contains(
            "is empty here, not zero",
            "No week is known yet.",
            "No dispute is known.",
            "No seller has sold enough",
            "No dispute of the window has two events.",
            "Too few disputes were decided",
            "There is no version before 2026-02-28.1");
    assertThat(page.select(".chart")).isEmpty();
  }

  @Test
  void aLogWithoutRefundsHasNoChartOfThem(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    OverviewFixture.write(lake, "Plain");
    LocalDate month = LocalDate.parse("2026-02-01");
    MartFixture.write(
        lake,
        OverviewFixture.VERSION,
        OutcomeCounts.CONTRACT,
        CauseMonths.Row.class,
        List.of(
            new CauseMonths.Row("DEFECTIVE", month, 4, null, "EUR"),
            new CauseMonths.Row("WRONG_ITEM", month, 1, BigDecimal.ZERO, "EUR")));

    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read("Mercado Norte");
    Document page = Jsoup.parse(new Pages().overview(OverviewPage.besideReports(overview)));

    assertThat(page.text()).contains("No refund of a dispute is logged.");
    assertThat(page.select("#chart-disputes")).hasSize(1);
    assertThat(page.select("#chart-refunds")).isEmpty();
  }

  /** An older program's mart. */
  record OlderCause(String sellerId, String cause) {}

  @Test
  void aMartOfAnOlderProgramIsNamed(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    OverviewFixture.write(lake, "Plain");
    MartFixture.write(
        lake,
        OverviewFixture.VERSION,
        SellerCause.CONTRACT,
        OlderCause.class,
        List.of(new OlderCause("s-7", "DEFECTIVE"), new OlderCause("s-8", "DEFECTIVE")));

    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read("Mercado Norte");

    assertThat(overview.unread()).containsExactly("seller_causes");
    assertThat(overview.funnel().sellers()).hasSize(40);
  }

  @Test
  void aHostileNameBreaksOutOfNothing(@TempDir Path folder) throws IOException {
    String hostile = "</script><script>alert(1)</script>\"'`&amp;\u2028<!--";
    Lake lake = new Lake(folder);
    OverviewFixture.write(lake, hostile);
    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read(hostile);

    String html = new Pages().overview(OverviewPage.besideReports(overview));

    assertThat(Jsoup.parse(html).select("script")).hasSize(3);
    assertThat(html).doesNotContain("<script>alert").doesNotContain("\u2028");
  }

  @Test
  void nothingIsFetchedFromAnywhere(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    OverviewFixture.write(lake, "Plain");
    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read("Mercado Norte");

    Document page = Jsoup.parse(new Pages().overview(OverviewPage.aboveReports(overview)));

    assertThat(page.select("[src], link, img, iframe")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; script-src 'sha256-")
        .doesNotContain("http");
    assertThat(page.select("a[href^=2026-02-28.1/]")).isNotEmpty();
    assertThat(page.select("a[href^=http]")).isEmpty();
  }
}
