package dev.hindsight.ingest.rows;

import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.FeedColumns;
import java.util.List;

/** Takes a file whose columns have the feed's names; a row is a row. */
public final class CanonicalMapping implements RowMapping {
  private final CsvHeader header;
  private final List<String> columns;
  private final int[] positions;

  /**
   * The mapping of a file with that header.
   *
   * @throws FileRefusedException when a required column is missing
   */
  public CanonicalMapping(CsvHeader header, FeedColumns columns) {
    this.header = header;
    this.columns = columns.all();
    this.positions = this.columns.stream().mapToInt(header::position).toArray();
    List<String> missing =
        columns.required().stream().filter(column -> header.position(column) < 0).toList();
    if (!missing.isEmpty()) {
      throw new FileRefusedException(
          "%s:%d: the header lacks %s; the first line must name the columns, in lower case"
              .formatted(header.fileName(), header.line(), String.join(", ", missing)));
    }
  }

  @Override
  public MappedRow map(CsvRow row) {
    Problem misfit = RowWidth.problem(row, header);
    return misfit == null
        ? MappedRow.of(new FeedRow(row, positions, columns))
        : MappedRow.rejected(List.of(misfit));
  }

  @Override
  public List<String> unusedColumns() {
    return header.names().stream().filter(name -> !columns.contains(name)).toList();
  }
}
