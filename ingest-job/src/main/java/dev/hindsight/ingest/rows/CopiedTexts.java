package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import java.util.Arrays;
import java.util.List;

/** The columns whose texts are written as they were read. */
public final class CopiedTexts {
  private final int[] feedColumns;
  private final int[] contractColumns;

  private CopiedTexts(int[] feedColumns, int[] contractColumns) {
    this.feedColumns = feedColumns;
    this.contractColumns = contractColumns;
  }

  /** Every text that the contract has from the feed, but those columns. */
  public static CopiedTexts of(FeedColumns feed, Contract<?> contract, Field... except) {
    List<String> names = feed.all();
    List<Field> copied =
        contract.fields().stream()
            .filter(field -> field.type() == ColumnType.Scalar.TEXT && names.contains(field.name()))
            .filter(field -> !Arrays.asList(except).contains(field))
            .toList();
    return new CopiedTexts(
        copied.stream().mapToInt(field -> feed.place(field.name())).toArray(),
        copied.stream().mapToInt(contract::place).toArray());
  }

  /** Writes the texts of a row; those that are blank stay absent. */
  public void write(FeedRow row, ContractWriter rows) {
    for (int i = 0; i < feedColumns.length; i++) {
      int column = feedColumns[i];
      if (row.isFilled(column)) {
        rows.text(contractColumns[i], row.bytes(), row.start(column), row.end(column));
      }
    }
  }
}
