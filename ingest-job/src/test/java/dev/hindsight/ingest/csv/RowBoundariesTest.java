package dev.hindsight.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowBoundariesTest {
  private final Path folder;

  RowBoundariesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void partsTogetherAreTheFile() throws IOException {
    int partCount = 0;
    for (int seed = 0; seed < 300; seed++) {
      Path path = Files.writeString(folder.resolve("f.csv"), new RandomCsv(seed).sound(40));
      CsvFile file = new CsvFile(path, CsvFormat.CANONICAL);
      List<CsvPart> parts = file.parts(50);

      List<String> rows = new ArrayList<>();
      for (CsvPart part : parts) {
        rows.addAll(rows(file, part));
      }

      assertThat(rows).as("seed %d", seed).isEqualTo(rows(file, CsvPart.WHOLE));
      partCount += parts.size();
    }
    assertThat(partCount).isGreaterThan(300 * 5);
  }

  @Test
  void partsHaveAboutTheSizeThatIsAskedFor() throws IOException {
    String row = "1,\"a, b\",3\n";
    Path path = Files.writeString(folder.resolve("f.csv"), "a,b,c\n" + row.repeat(100_000));
    CsvFile file = new CsvFile(path, CsvFormat.CANONICAL);

    List<CsvPart> parts = file.parts(100_000);

    assertThat(parts).hasSize(11);
    assertThat(parts.get(1).startByte()).isBetween(100_000L, 100_000L + row.length());
    assertThat(parts.get(1).firstLine())
        .isEqualTo((parts.get(1).startByte() - 6) / row.length() + 2);
    assertThat(parts.get(10).endByte()).isEqualTo(CsvPart.TO_THE_END);
  }

  @Test
  void fileThatIsHardlyLargerThanAPartIsOne() throws IOException {
    Path path = Files.writeString(folder.resolve("f.csv"), "a\n" + "1\n".repeat(70));

    assertThat(new CsvFile(path, CsvFormat.CANONICAL).parts(100)).containsExactly(CsvPart.WHOLE);
  }

  @Test
  void whatIsPackedOrHasAWideEncodingIsNotCut() throws IOException {
    byte[] content = ("a\n" + "1\n".repeat(1_000)).getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    Path gzip = Files.write(folder.resolve("f.csv.gz"), packed.toByteArray());
    Path plain = Files.write(folder.resolve("f.csv"), content);
    CsvFormat wide = new CsvFormat(',', true, Charset.forName("UTF-16"), 0);
    CsvFormat withPreamble = new CsvFormat(',', true, UTF_8, 1);

    assertThat(new CsvFile(gzip, CsvFormat.CANONICAL).parts(1)).hasSize(1);
    assertThat(new CsvFile(plain, wide).parts(10)).hasSize(1);
    assertThat(new CsvFile(plain, withPreamble).parts(10)).hasSize(1);
    assertThat(new CsvFile(plain, CsvFormat.CANONICAL).parts(100)).hasSizeGreaterThan(10);
  }

  private static List<String> rows(CsvFile file, CsvPart part) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CsvReading reading = file.open(part)) {
      for (CsvRow row = reading.next(); row != null; row = reading.next()) {
        rows.add(row.line() + " " + row.cellCount() + " " + row.cell(0) + " " + row.cell(1));
      }
    }
    return rows;
  }
}
