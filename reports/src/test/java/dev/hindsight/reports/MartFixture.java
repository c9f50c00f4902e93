package dev.hindsight.reports;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes marts as the analysis would. */
public final class MartFixture {
  private MartFixture() {}

  public static void write(Lake lake, VersionName version, List<SellerReport> rows)
      throws IOException {
    write(lake, version, SellerReport.CONTRACT, SellerReport.class, rows);
  }

  /** Rows of any mart, which can have some of its columns only. */
  public static <R extends Record> void write(
      Lake lake, VersionName version, Contract<?> contract, Class<R> rowType, List<R> rows)
      throws IOException {
    String mart = contract.name();
    Path folder = Files.createDirectories(lake.version(version).resolve(mart));
    int half = rows.size() / 2;
    writePart(folder.resolve(version.fileName(mart, 0)), rowType, rows.subList(0, half));
    writePart(folder.resolve(version.fileName(mart, 1)), rowType, rows.subList(half, rows.size()));
  }

  private static <R extends Record> void writePart(Path file, Class<R> rowType, List<R> rows)
      throws IOException {
    try (OutputStream output = Files.newOutputStream(file);
        CarpetWriter<R> writer =
            new CarpetWriter.Builder<>(output, rowType)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withDefaultDecimal(18, 4)
                .build()) {
      writer.write(rows);
    }
  }
}
