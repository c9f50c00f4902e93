package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.FeedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalMappingTest {
  private static final FeedColumns COLUMNS =
      new FeedColumns(List.of("id"), List.of("note"), List.of("extra"));

  @Test
  void columnsComeInAnyOrderAndOptionalOnesMayLack() {
    FeedRow row = mapping("note", "id").map(new CsvRow(2, "fine", "1")).rows().get(0);

    assertThat(List.of(row.cell(0), row.cell(1))).containsExactly("1", "fine");
    assertThat(row.cell(2)).isNull();
    assertThat(row.columnName(2)).isEqualTo("extra");
    assertThat(row.line()).isEqualTo(2);
  }

  @Test
  void blankCellsAreAbsent() {
    assertThat(mapping("id", "note").map(new CsvRow(2, "1", " ")).rows().get(0).cell(1)).isNull();
  }

  @Test
  void columnsThatTheFeedHasNotAreTold() {
    assertThat(mapping("id", "note", "colour", "size").unusedColumns())
        .containsExactly("colour", "size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id      | f.csv:1: the header lacks note; the first line must name the columns, in lower case
          ID;Note | f.csv:1: the header lacks id, note; the first line must name the columns, in lower case
          """)
  void fileThatLacksAColumnIsRefused(String names, String message) {
    assertThatThrownBy(() -> mapping(names.split(";", -1)))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1     | f.csv:7: the row "1" has too few cells; the header has 2; write empty cells too
          1;a;b | f.csv:7: the row "3" has too many cells; the header has 2; quote cells that hold commas
          """)
  void rowOfAnotherWidthIsNotReadFurther(String cells, String problem) {
    MappedRow mapped = mapping("id", "note").map(new CsvRow(7, cells.split(";", -1)));

    assertThat(mapped.rows()).isEmpty();
    assertThat(mapped.problems()).extracting(Problem::text).containsExactly(problem);
  }

  private static CanonicalMapping mapping(String... names) {
    return new CanonicalMapping(new CsvHeader("f.csv", 1, List.of(names)), COLUMNS);
  }
}
