package dev.hindsight.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.reports.overview.Overview;
import dev.hindsight.reports.overview.OverviewFixture;
import dev.hindsight.reports.overview.OverviewPage;
import dev.hindsight.reports.overview.OverviewReading;
import dev.hindsight.reports.rendering.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overview in a real browser; skipped where none is installed. */
class OverviewInBrowserTest {
  private static final String HOSTILE =
      "</script><script>window.broken=1</script><img src=x onerror=window.broken=1>\"'\u2028";
  private static final List<String> CHARTS =
      List.of(
          "chart-emerging",
          "chart-disputes",
          "chart-refunds",
          "chart-funnel",
          "chart-categories",
          "chart-process",
          "chart-fairness");

  private static Browser browser;

  private Path folder = Path.of("");

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isInstalled(),
        "No Chromium with its driver on this machine; apt-get install chromium chromium-driver");
    browser = Browser.start(Files.createTempDirectory("overview-browser"));
  }

  @BeforeEach
  void takeFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyChartIsDrawnAndNothingIsFetchedOrComplainedOf() throws IOException {
    browser.show(page("Plain"), 1280, false);

    for (String chart : CHARTS) {
      assertThat(browser.shapesIn(chart)).as(chart).isGreaterThan(4);
    }
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.fetched()).isEmpty();
  }

  @Test
  void aHostileNameIsDrawnAndDoesNothing() throws IOException {
    browser.show(page(HOSTILE), 1280, false);

    assertThat(browser.shapesIn("chart-categories")).isGreaterThan(4);
    assertThat(browser.evaluate("return String(window.broken)")).isEqualTo("undefined");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void axeFindsNothingAgainstLevelsAAndAa() throws IOException {
    String axe = AccessibilityTest.axe();
    String page = page("Plain").replaceAll("<meta http-equiv=[^>]*>", "");
    for (boolean isDark : new boolean[] {false, true}) {
      for (int width : new int[] {390, 1280}) {
        browser.show(page, width, isDark);

        assertThat(browser.violations(axe)).as("%d px, dark %s", width, isDark).isEmpty();
      }
    }
  }

  @Test
  void nobodyScrollsSideways() throws IOException {
    for (String name : List.of("Plain", "w".repeat(200))) {
      for (int width : new int[] {390, 1280}) {
        browser.show(page(name), width, false);

        assertThat(browser.overhanging()).as("at %d px", width).isEmpty();
      }
    }
  }

  private String page(String name) throws IOException {
    Lake lake = new Lake(folder.resolve(String.valueOf(name.hashCode())));
    OverviewFixture.write(lake, name);
    Overview overview = new OverviewReading(lake, OverviewFixture.VERSION).read(name);
    return new Pages().overview(OverviewPage.besideReports(overview));
  }
}
