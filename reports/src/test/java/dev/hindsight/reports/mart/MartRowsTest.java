package dev.hindsight.reports.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.MartFixture;
import dev.hindsight.reports.Showcase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartRowsTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-02-28"), 1);

  @Test
  void rowsComeInTheOrderOfTheFiles(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder);
    MartFixture.write(lake, VERSION, Showcase.sellers());

    assertThat(rows(lake)).isEqualTo(Showcase.sellers());
  }

  @Test
  void whatAnotherEngineWroteWithAllColumnsOptionalIsRead(@TempDir Path folder) throws Exception {
    Lake written = new Lake(folder.resolve("written"));
    MartFixture.write(written, VERSION, Showcase.sellers());
    Lake rewritten = new Lake(folder.resolve("rewritten"));
    Path mart = Files.createDirectories(rewritten.version(VERSION).resolve("seller_reports"));

    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_parquet('%s/*.parquet')) TO '%s'"
              .formatted(
                  written.version(VERSION).resolve("seller_reports"),
                  mart.resolve(VERSION.fileName("seller_reports", 0))));
    }

    assertThat(rows(rewritten)).containsExactlyInAnyOrderElementsOf(Showcase.sellers());
  }

  @Test
  void aVersionWithoutTheMartIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> rows(new Lake(folder)))
        .isInstanceOf(MissingMartException.class)
        .hasMessage(
            "Version 2026-02-28.1 of lake %s has no seller_reports; analyze that date again",
            folder);
  }

  private static List<SellerReport> rows(Lake lake) throws IOException {
    List<SellerReport> read = new ArrayList<>();
    try (MartRows<SellerReport> rows =
        MartRows.open(lake, VERSION, SellerReport.CONTRACT, SellerReport.class)) {
      rows.forEachRemaining(read::add);
    }
    return read;
  }
}
