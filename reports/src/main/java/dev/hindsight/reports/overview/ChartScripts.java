package dev.hindsight.reports.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The scripts inside the page: Apache ECharts, and what draws with it.
 *
 * @param library Apache ECharts
 * @param drawing what draws the page's charts
 */
record ChartScripts(String library, String drawing) {
  static final ChartScripts BUNDLED =
      new ChartScripts(bundled("echarts.min.js"), bundled("charts.js"));

  private static String bundled(String name) {
    try (InputStream script =
        Objects.requireNonNull(ChartScripts.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled %s cannot be read".formatted(name), e);
    }
  }

  /** Lets these two scripts run and nothing else, and nothing be fetched from anywhere. */
  String policy() {
    return "default-src 'none'; script-src %s %s; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        .formatted(source(library), source(drawing));
  }

  private static String source(String script) {
    return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(DigestUtils.sha256(script)));
  }
}
