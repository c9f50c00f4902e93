package dev.hindsight.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.Showcase;
import dev.hindsight.reports.rendering.Pages;
import dev.hindsight.reports.wording.Marketplace;
import dev.hindsight.reports.wording.SellerWording;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes the pictures of {@code docs/images}: {@code mvn -pl reports -am test
 * -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dreports.screenshots.write=true}.
 */
@EnabledIfSystemProperty(named = "reports.screenshots.write", matches = "true")
class ScreenshotsTest {
  private static final Path IMAGES = Path.of("..", "docs", "images");
  private static final int TOP_OF_REPORT = 1_500;

  /** One way to look at a report. */
  private record View(int width, boolean isDark, Change change) {}

  private enum Change {
    NONE,
    WITHOUT_STYLES,
    INVERTED;

    String of(String html) {
      return switch (this) {
        case NONE -> html;
        case WITHOUT_STYLES -> html.replaceAll("(?s)<style>.*?</style>", "");
        case INVERTED ->
            html.replace(
                "</head>", "<style>html{filter:invert(1) hue-rotate(180deg)}</style></head>");
      };
    }
  }

  private static final List<View> VIEWS =
      List.of(
          new View(320, false, Change.NONE),
          new View(390, false, Change.NONE),
          new View(390, true, Change.NONE),
          new View(390, false, Change.WITHOUT_STYLES),
          new View(390, false, Change.INVERTED),
          new View(760, false, Change.NONE),
          new View(760, true, Change.NONE));

  @Test
  void writesThePictures() throws IOException {
    Map<String, SellerReport> sellers = new LinkedHashMap<>();
    sellers.put("bad", Showcase.bad());
    sellers.put("good", Showcase.good());
    sellers.put("quiet", Showcase.quiet());
    sellers.put("tiny", Showcase.tiny());
    try (Browser browser = Browser.start(Files.createTempDirectory("reports-pictures"))) {
      for (Map.Entry<String, SellerReport> seller : sellers.entrySet()) {
        List<BufferedImage> pictures = new ArrayList<>();
        for (View view : VIEWS) {
          pictures.add(picture(browser, seller.getValue(), view));
        }
        ContactSheet.of(pictures).write(IMAGES.resolve("report-" + seller.getKey() + ".png"));
      }
      BufferedImage phone = picture(browser, Showcase.bad(), VIEWS.get(1));
      ContactSheet.whole(
              phone.getSubimage(0, 0, phone.getWidth(), Math.min(TOP_OF_REPORT, phone.getHeight())))
          .write(IMAGES.resolve("report.png"));
    }

    assertThat(IMAGES.resolve("report.png")).isNotEmptyFile();
  }

  private static BufferedImage picture(Browser browser, SellerReport seller, View view)
      throws IOException {
    String html =
        new Pages().report(new SellerWording(Marketplace.named("Mercado Norte")).of(seller));
    browser.show(view.change().of(html), view.width(), view.isDark());
    return ImageIO.read(new ByteArrayInputStream(browser.picture()));
  }
}
