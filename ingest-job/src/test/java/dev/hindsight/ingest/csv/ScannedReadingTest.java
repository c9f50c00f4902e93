package dev.hindsight.ingest.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader and Commons CSV read the same from every file, or refuse it alike. */
class ScannedReadingTest {
  private static final int RUNS = 400;

  private final Path folder;

  ScannedReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void soundFilesGiveTheSameRows() throws IOException {
    for (int seed = 0; seed < RUNS; seed++) {
      assertSame(new RandomCsv(seed).sound(20).getBytes(UTF_8), UTF_8, seed);
    }
  }

  @Test
  void brokenFilesAreRefusedAlike() throws IOException {
    for (int seed = 0; seed < RUNS; seed++) {
      assertSame(new RandomCsv(seed).broken(20).getBytes(UTF_8), UTF_8, seed);
    }
  }

  @Test
  void bytesOfAnotherEncodingAreRefusedAlike() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      byte[] content = (new RandomCsv(seed).sound(5) + "\ncaf\u00e9,b,c\n").getBytes(ISO_8859_1);
      assertSame(content, UTF_8, seed);
      assertSame(content, ISO_8859_1, seed);
    }
  }

  @Test
  void filesLargerThanTheBufferGiveTheSameRows() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      assertSame(new RandomCsv(seed).sound(60_000).getBytes(UTF_8), UTF_8, seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300_000, (1 << 20) - 10, (1 << 20) + 10, 5 << 20})
  void longRowsAreTakenAndRefusedAlike(int length) throws IOException {
    String cell = "x".repeat(length);
    assertSame(("h\n" + cell + "\nb\n").getBytes(UTF_8), UTF_8, length);
    assertSame(("h\n\"" + cell + "\"\nb\n").getBytes(UTF_8), UTF_8, length);
    assertSame(("h\n\"a\n" + cell).getBytes(UTF_8), UTF_8, length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h", "h\n", "h\r\n\r\n", "\uFEFFh,i\n1,2", "h\n\"", "h\n\"a\"", "h\r1\r"})
  void smallFilesGiveTheSameRows(String content) throws IOException {
    assertSame(content.getBytes(UTF_8), UTF_8, 0);
  }

  private void assertSame(byte[] content, Charset encoding, long seed) throws IOException {
    Path path = Files.write(folder.resolve("f.csv"), content);
    CsvFile file = new CsvFile(path, new CsvFormat(',', true, encoding, 0));
    assertThat(rows(() -> ScannedReading.of(file, CsvPart.WHOLE)))
        .as("seed %d", seed)
        .isEqualTo(rows(() -> commons(file)));
  }

  private static CsvReading commons(CsvFile file) throws IOException {
    CommonsReading reading = CommonsReading.of(file, CsvPart.WHOLE);
    reading.anyRow();
    return reading;
  }

  private interface Opening {
    CsvReading open() throws IOException;
  }

  private static List<String> rows(Opening opening) {
    List<String> rows = new ArrayList<>();
    try (CsvReading reading = opening.open()) {
      for (CsvRow row = reading.next(); row != null; row = reading.next()) {
        StringBuilder text = new StringBuilder().append(row.line());
        for (int cell = 0; cell < row.cellCount(); cell++) {
          text.append('|').append(row.cell(cell));
        }
        rows.add(text.toString());
      }
    } catch (FileRefusedException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }
}
