package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.parquet.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What became of rows, as tests want to see it. */
public final class ParsedRows {
  private ParsedRows() {}

  /** The record that is in the lake when the row, which must have no problems, is written. */
  public static <T extends Record> T written(ParsedRow row, Contract<T> contract) {
    if (!row.problems().isEmpty()) {
      throw new AssertionError(problems(row));
    }
    try {
      Path folder = Files.createTempDirectory("written");
      Path file = folder.resolve("part-0.parquet");
      try (ContractWriter rows = ContractWriter.open(file, contract)) {
        row.writeTo(rows);
        rows.endRow();
      }
      List<T> records = new RecordReader<>(contract).read(file);
      Files.delete(file);
      Files.delete(folder);
      return records.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> problems(ParsedRow row) {
    return row.problems().stream().map(Problem::text).toList();
  }
}
