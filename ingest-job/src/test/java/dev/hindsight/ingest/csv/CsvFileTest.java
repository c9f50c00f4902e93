package dev.hindsight.ingest.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
  private final Path folder;

  CsvFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void byteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
    assertThat(read("\uFEFFid,note\n1,a\n")).containsExactly("2: 1 a");
  }

  @Test
  void lineIsWhereTheRowStartsAlsoAfterCellsWithNewlinesAndBlankLines() throws IOException {
    String content = "id,note\n1,\"two\nlines\"\n\n2,\"a \"\"quoted\"\" b\"\r\n3,c";

    assertThat(read(content)).containsExactly("2: 1 two\nlines", "5: 2 a \"quoted\" b", "6: 3 c");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          LF,   '\n'
          CRLF, '\r\n'
          CR,   '\r'
          """)
  void everyLineEndCounts(String name, String escaped) throws IOException {
    String end = escaped.replace("\\r", "\r").replace("\\n", "\n");

    assertThat(read(String.join(end, "id,note", "1,a", "2,b"))).containsExactly("2: 1 a", "3: 2 b");
  }

  @Test
  void headerAloneIsAFileWithoutRows() throws IOException {
    assertThat(read("id,note")).isEmpty();
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    assertThat(read("f.csv.gz", compressed("id,note\n1,a\n"))).containsExactly("2: 1 a");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | f.csv:1: there is no header; the first line must name the columns
          '~id,note~1,a'            | f.csv:1: there is no header; the first line must name the columns
          'id,note,id~1,a,2'        | f.csv:1: column "id" is there twice; name every column once
          'id,note~1,a~2,"b'        | f.csv:3: a quote is opened and never closed; close it, or double it
          'id,note~1,a"b~'          | f.csv:2: there is a quote inside an unquoted cell; quote the cell and double the quote
          'id,note~1,"a~b"c~'       | f.csv:3: there is text after a closing quote; double quotes inside a cell
          'id,note~1, "a"~'         | f.csv:2: there is a quote inside an unquoted cell; quote the cell and double the quote
          'id,note~1,a~2,0~'        | f.csv:3: there is a NUL byte; export the file again, as text
          """)
  void brokenFilesAreRefused(String content, String message) {
    String text = content.replace('~', '\n').replace('0', '\0');

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(message);
  }

  @Test
  void longestRowIsBounded() {
    String row = "1," + "a".repeat(StrictCsvCharacters.LONGEST_ROW);

    assertThatThrownBy(() -> read("id,note\n2,b\n" + row))
        .hasMessage("f.csv:3: a row is longer than 1048576 characters; look for an unclosed quote");
  }

  @Test
  void firstByteThatIsNotUtf8IsNamed() {
    assertThatThrownBy(() -> read("f.csv", "id,note\n1,caf\u00e9\n".getBytes(ISO_8859_1)))
        .hasMessage(
            "f.csv: byte 14 (0xE9) is not UTF-8; export the file as UTF-8, or name its encoding"
                + " (windows-1252?) with --encoding or in a profile");
  }

  @Test
  void byteThatIsNotUtf8IsFoundFarIntoTheFile() {
    String content = "id,note\n" + "1,\u00fc\n".repeat(100_000);
    byte[] bytes = (content + "x").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;

    assertThatThrownBy(() -> read("f.csv", bytes))
        .hasMessage(
            "f.csv: byte %d (0xFF) is not UTF-8; export the file as UTF-8, or name its encoding (windows-1252?) with --encoding or in a profile"
                .formatted(bytes.length));
  }

  @Test
  void truncatedGzipIsRefused() throws IOException {
    byte[] whole = compressed("id,note\n" + "1,abc\n".repeat(1_000));

    assertThatThrownBy(() -> read("f.csv.gz", Arrays.copyOf(whole, whole.length - 20)))
        .hasMessage("f.csv.gz: the gzip file ends too early; upload it again");
  }

  @Test
  void fileThatOnlyClaimsToBeCompressedIsRefused() {
    assertThatThrownBy(() -> read("f.csv.gz", "id,note\n1,a\n".getBytes(UTF_8)))
        .hasMessage("f.csv.gz: this is not a sound gzip file; compress and upload it again");
  }

  @Test
  void csvInAZipIsRead() throws IOException {
    assertThat(read("f.zip", zipped(Map.of("a.csv", "id,note\n1,a\n", "__MACOSX/a.csv", "x"))))
        .containsExactly("2: 1 a");
  }

  @Test
  void zipWithSeveralFilesIsRefused() {
    assertThatThrownBy(() -> read("f.zip", zipped(Map.of("a.csv", "id\n", "b.csv", "id\n"))))
        .hasMessage("f.zip: the zip file holds 2 files; put exactly one CSV file into each zip");
  }

  @Test
  void truncatedZipIsRefused() throws IOException {
    byte[] whole = zipped(Map.of("a.csv", "id,note\n" + "1,abc\n".repeat(1_000)));

    assertThatThrownBy(() -> read("f.zip", Arrays.copyOf(whole, whole.length - 20)))
        .hasMessage("f.zip: this is not a sound zip file; compress and upload it again");
  }

  @Test
  void zipWhoseBytesHaveChangedIsRefused() throws IOException {
    byte[] whole = stored("id,note\n" + "1,abc\n".repeat(1_000));
    whole[500] = 'X';

    assertThatThrownBy(() -> read("f.zip", whole))
        .hasMessage("f.zip: this is not a sound zip file; compress and upload it again");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "UTF-16LE", "windows-1252", "IBM850"})
  void otherEncodingsAreRead(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    byte[] content = "id,note\n1,caf\u00e9\n2,\"a, b\"\n".getBytes(charset);
    Path path = Files.write(folder.resolve("f.csv"), content);

    assertThat(read(new CsvFile(path, new CsvFormat(',', true, charset, 0))))
        .containsExactly("2: 1 caf\u00e9", "3: 2 a, b");
  }

  @Test
  void preambleIsSkippedAndItsLinesAreCounted() throws IOException {
    Path path = Files.writeString(folder.resolve("f.csv"), "a \"title\r\n\nof\rid;note\n1;a,b\n");

    assertThat(read(new CsvFile(path, new CsvFormat(';', true, UTF_8, 3))))
        .containsExactly("5: 1 a,b");
  }

  @Test
  void quotesAreTextWhereTheFormatHasNone() throws IOException {
    Path path = Files.writeString(folder.resolve("f.csv"), "id\tnote\n1\t5\" nails\n2\t\"\n");

    assertThat(read(new CsvFile(path, new CsvFormat('\t', false, UTF_8, 0))))
        .containsExactly("2: 1 5\" nails", "3: 2 \"");
  }

  private static byte[] zipped(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] stored(String content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content.getBytes(UTF_8));
    ZipEntry entry = new ZipEntry("a.csv");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length());
    entry.setCrc(sum.getValue());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry);
      zip.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<String> read(String content) throws IOException {
    return read("f.csv", content.getBytes(UTF_8));
  }

  private List<String> read(String name, byte[] content) throws IOException {
    return read(new CsvFile(Files.write(folder.resolve(name), content), CsvFormat.CANONICAL));
  }

  private static List<String> read(CsvFile file) throws IOException {
    file.header();
    List<String> rows = new ArrayList<>();
    try (CsvReading open = file.open(CsvPart.WHOLE)) {
      for (CsvRow row = open.next(); row != null; row = open.next()) {
        rows.add("%d: %s %s".formatted(row.line(), row.cell(0), row.cell(1)));
      }
    }
    return rows;
  }

  private static byte[] compressed(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
