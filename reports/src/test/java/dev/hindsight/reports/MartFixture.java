package dev.hindsight.reports;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes mart {@code seller_reports} as the analysis would. */
public final class MartFixture {
  private MartFixture() {}

  public static void write(Lake lake, VersionName version, List<SellerReport> rows)
      throws IOException {
    String mart = SellerReport.CONTRACT.name();
    Path folder = Files.createDirectories(lake.version(version).resolve(mart));
    writePart(folder.resolve(version.fileName(mart, 0)), rows.subList(0, rows.size() / 2));
    writePart(
        folder.resolve(version.fileName(mart, 1)), rows.subList(rows.size() / 2, rows.size()));
  }

  private static void writePart(Path file, List<SellerReport> rows) throws IOException {
    try (OutputStream output = Files.newOutputStream(file);
        CarpetWriter<SellerReport> writer =
            new CarpetWriter.Builder<>(output, SellerReport.class)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withDefaultDecimal(18, 4)
                .build()) {
      writer.write(rows);
    }
  }
}
