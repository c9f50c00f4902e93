package dev.hindsight.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.rendering.Pages;
import dev.hindsight.reports.wording.CaseUrl;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.SellerWording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports in a real browser; skipped where none is installed. */
class AccessibilityTest {
  private static final SellerWording WORDING =
      new SellerWording(
          new Marketplace(
              "Mercado Norte", Locale.UK, new CaseUrl("https://s.example/{order}"), null));
  private static final int NARROWEST = 320;
  private static final int PHONE = 390;
  private static final int DESKTOP = 900;

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isInstalled(),
        "No Chromium with its driver on this machine; apt-get install chromium chromium-driver");
    browser = Browser.start(Files.createTempDirectory("reports-browser"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void axeFindsNothingAgainstLevelsAAndAa() throws IOException {
    String axe = axe();
    for (String page : pages()) {
      for (boolean isDark : new boolean[] {false, true}) {
        browser.show(page, PHONE, isDark);

        assertThat(browser.violations(axe)).as(isDark ? "dark" : "light").isEmpty();
      }
    }
  }

  @Test
  void axeFindsWhatIsWrong() throws IOException {
    browser.show(
        pages()
            .get(0)
            .replace("color:#566072", "color:#c6c9d0")
            .replaceFirst(" lang=\"[^\"]*\"", ""),
        PHONE,
        false);

    assertThat(browser.violations(axe()))
        .anyMatch(violation -> violation.startsWith("color-contrast:"))
        .anyMatch(violation -> violation.startsWith("html-has-lang:"));
  }

  @Test
  void nobodyScrollsSideways() throws IOException {
    for (String page : pages()) {
      for (int width : new int[] {NARROWEST, PHONE, DESKTOP}) {
        browser.show(page, width, false);
        assertThat(browser.overhanging()).as("at %d px", width).isEmpty();
        browser.show(page.replaceAll("(?s)<style>.*?</style>", ""), width, false);
        assertThat(browser.overhanging()).as("at %d px, without styles", width).isEmpty();
      }
    }
  }

  private static List<String> pages() {
    Pages pages = new Pages();
    List<SellerReport> sellers = new ArrayList<>(Showcase.sellers());
    for (String locale : List.of("de-DE", "pt-BR", "es-ES")) {
      sellers.add(Showcase.bad(locale));
    }
    return sellers.stream().map(seller -> pages.report(WORDING.of(seller))).toList();
  }

  static String axe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
