package dev.hindsight.nightly;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A lake whose only version has reports, and nothing else. */
public final class ReportLake {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

  private ReportLake() {}

  /** A lake in {@code FOLDER/lake} with as many sellers, each with an address. */
  public static Lake of(Path folder, int sellers) throws IOException {
    return of(
        folder,
        IntStream.range(0, sellers)
            .mapToObj(number -> "s-%05d".formatted(number))
            .map(
                id ->
                    SomeRecord.of(
                        SellerReport.class,
                        Map.of("sellerId", id, "email", id + "@seller.test", "locale", "en-US")))
            .toList());
  }

  /** A lake in {@code FOLDER/lake} with these reports. */
  public static Lake of(Path folder, List<SellerReport> reports) throws IOException {
    SmallLake small = new SmallLake(folder);
    VersionName version = VersionName.parse(small.publishNext(AS_OF).version()).orElseThrow();
    String mart = SellerReport.CONTRACT.name();
    Path part =
        Files.createDirectories(small.lake().version(version).resolve(mart))
            .resolve(version.fileName(mart, 0));
    try (OutputStream output = Files.newOutputStream(part);
        CarpetWriter<SellerReport> writer =
            new CarpetWriter.Builder<>(output, SellerReport.class)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withDefaultDecimal(18, 4)
                .build()) {
      writer.write(reports);
    }
    return small.lake();
  }
}
