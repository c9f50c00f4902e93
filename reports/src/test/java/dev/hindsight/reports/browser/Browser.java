package dev.hindsight.reports.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that loads nothing but the files it is given. */
final class Browser implements AutoCloseable {
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  private final ChromeDriver driver;
  private final Path folder;

  private Browser(ChromeDriver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Whether this machine has one. */
  static boolean isInstalled() {
    return found(PROGRAMS).isPresent() && found(DRIVERS).isPresent();
  }

  static Browser start(Path folder) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(found(PROGRAMS).orElseThrow());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences log = new LoggingPreferences();
    log.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", log);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(found(DRIVERS).orElseThrow()))
            .build();
    return new Browser(new ChromeDriver(service, options), folder);
  }

  private static Optional<String> found(List<String> places) {
    return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  /** Shows a page as wide as a screen. */
  void show(String html, int width, boolean isDark) throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    driver.get(page.toUri().toString());
  }

  /** The whole page, also what is below the screen, as PNG. */
  byte[] picture() {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode(String.valueOf(picture.get("data")));
  }

  /** What makes the page wider than the screen, one line each; nobody must scroll sideways. */
  List<String> overhanging() {
    Object found =
        driver.executeScript(
            """
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll('body *')]
              .filter(one => one.getBoundingClientRect().right > width)
              .map(one => Math.round(one.getBoundingClientRect().right - width) + ' px: '
                + one.outerHTML.slice(0, 300));
            """);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  /** How many shapes and texts an element's drawings consist of. */
  long shapesIn(String id) {
    Object count =
        driver.executeScript(
            "return document.querySelectorAll(`#${arguments[0]} svg :is(path, text)`).length", id);
    return ((Number) Objects.requireNonNull(count)).longValue();
  }

  /** What the page has asked for beside itself, since it is shown. */
  List<String> fetched() {
    Object found =
        driver.executeScript(
            "return performance.getEntriesByType('resource').map(one => one.name)");
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  /** What the console has said since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What a script returns, as text. */
  String evaluate(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  /** What axe finds against WCAG 2.2, levels A and AA, one line each. */
  List<String> violations(String axe) {
    driver.executeScript(axe);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
              .then(result => done(result.violations.map(one => one.id + ': '
                + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '))))
              .catch(error => done(['axe failed: ' + error]));
            """);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
