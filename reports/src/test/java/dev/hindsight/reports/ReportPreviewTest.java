package dev.hindsight.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPreviewTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-02-28"), 1);

  private Path folder;
  private Lake lake;
  private final ReportPreview preview = new ReportPreview(ReportSettings.DEFAULTS);

  @BeforeEach
  void writeMart(@TempDir Path temporary) throws IOException {
    folder = temporary;
    lake = new Lake(folder.resolve("lake"));
    MartFixture.write(lake, VERSION, Showcase.sellers());
  }

  @Test
  void oneReportIsWritten() throws IOException {
    Path page = preview.write(lake, VERSION, "s-204", folder.resolve("preview"));

    assertThat(page).isEqualTo(folder.resolve("preview").resolve("s-204.html"));
    assertThat(Files.readString(page)).contains("Northlight Books").doesNotContain("Bergamot");
  }

  @Test
  void anUnknownSellerIsAnsweredWithTheNearestIds() {
    assertThatThrownBy(() -> preview.write(lake, VERSION, "S-205", folder))
        .isInstanceOf(UnknownSellerException.class)
        .hasMessage(
            "Seller \"S-205\" has no report in version 2026-02-28.1; the nearest ids are s-204,"
                + " s-900, s-077, and seller_reports lists all");
  }

  @Test
  void suggestionsSayWhyTheyAreWorthALook() throws IOException {
    assertThat(preview.suggestions(lake, VERSION))
        .containsExactly(
            new PreviewSuggestion(
                "s-118",
                "Bergamot Home",
                "most beyond what is usual: 31 disputed of 1,412 orders, usual 5 to 21"),
            new PreviewSuggestion(
                "s-330",
                "Rue 7 – Vintage & Mode",
                "most customers waiting for an answer: 14 disputed of 640 orders, usual 2 to 11"),
            new PreviewSuggestion(
                "s-204",
                "Northlight Books",
                "many orders, nothing unusual: 9 disputed of 2,310 orders, usual 4 to 17"),
            new PreviewSuggestion(
                "s-900",
                "Käthes Knöpfe",
                "hardly any orders: 1 disputed of 14 orders, usual at most 1"));
  }
}
