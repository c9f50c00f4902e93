package dev.hindsight.ingest.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
  private static final FeedColumns COLUMNS =
      new FeedColumns(List.of("id"), List.of("note"), List.of("extra"));

  private final Path folder;

  CsvFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void columnsComeInAnyOrderAndOptionalOnesMayLack() throws IOException {
    assertThat(read("note,id\r\nfine,1\r\n")).containsExactly("2: 1 fine null");
  }

  @Test
  void blankCellsAreAbsent() throws IOException {
    assertThat(read("id,note,extra\n1,, \n")).containsExactly("2: 1 null null");
  }

  @Test
  void byteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
    assertThat(read("\uFEFFid,note\n1,a\n")).containsExactly("2: 1 a null");
  }

  @Test
  void lineIsWhereTheRowStartsAlsoAfterCellsWithNewlinesAndBlankLines() throws IOException {
    String content = "id,note\n1,\"two\nlines\"\n\n2,\"a \"\"quoted\"\" b\"\r\n3,c";

    assertThat(read(content))
        .containsExactly("2: 1 two\nlines null", "5: 2 a \"quoted\" b null", "6: 3 c null");
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

    assertThat(read(String.join(end, "id,note", "1,a", "2,b")))
        .containsExactly("2: 1 a null", "3: 2 b null");
  }

  @Test
  void headerAloneIsAFileWithoutRows() throws IOException {
    assertThat(read("id,note")).isEmpty();
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    assertThat(read("f.csv.gz", compressed("id,note\n1,a\n"))).containsExactly("2: 1 a null");
  }

  @Test
  void unknownColumnsAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "id,note,colour,size\n");

    try (CsvFile open = CsvFile.open(file, COLUMNS)) {
      assertThat(open.header().unknownColumns()).containsExactly("colour", "size");
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | f.csv:1: there is no header; the first line must name the columns
          '~id,note~1,a'            | f.csv:1: there is no header; the first line must name the columns
          'id~1'                    | f.csv:1: the header lacks note; the first line must name the columns, in lower case
          'ID,Note~1,a'             | f.csv:1: the header lacks id, note; the first line must name the columns, in lower case
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
        .hasMessage("f.csv: byte 14 is not UTF-8; export the file as UTF-8");
  }

  @Test
  void byteThatIsNotUtf8IsFoundFarIntoTheFile() {
    String content = "id,note\n" + "1,\u00fc\n".repeat(100_000);
    byte[] bytes = (content + "x").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;

    assertThatThrownBy(() -> read("f.csv", bytes))
        .hasMessage(
            "f.csv: byte %d is not UTF-8; export the file as UTF-8".formatted(bytes.length));
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

  private List<String> read(String content) throws IOException {
    return read("f.csv", content.getBytes(UTF_8));
  }

  private List<String> read(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    List<String> rows = new ArrayList<>();
    try (CsvFile open = CsvFile.open(file, COLUMNS)) {
      for (CsvRow row = open.next(); row != null; row = open.next()) {
        rows.add(
            "%d: %s %s %s"
                .formatted(row.line(), row.cell("id"), row.cell("note"), row.cell("extra")));
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
