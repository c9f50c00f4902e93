package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.sql.QueryRows;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How rows are printed. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json (default: table).")
  private Format format = Format.TABLE;

  /** What rows can be printed as. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  QueryRows printer(PrintWriter out) {
    return switch (format) {
      case TABLE -> new TablePrinter(out);
      case CSV -> new CsvPrinter(out);
      case JSON -> new JsonPrinter(out);
    };
  }
}
