package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.sql.QueryRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180 CSV. */
final class CsvPrinter implements QueryRows {
  private final PrintWriter out;

  CsvPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    print(names);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    print(values.stream().map(CellText::of).toList());
  }

  @Override
  public void end() {
    out.flush();
  }

  private void print(List<String> cells) throws IOException {
    CSVPrinter line = new CSVPrinter(out, CSVFormat.RFC4180);
    line.printRecord(cells);
  }
}
