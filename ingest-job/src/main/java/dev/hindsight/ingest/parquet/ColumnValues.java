package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.ColumnType;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Keeps the values of a column, and encodes them page by page. Not safe for several threads. */
interface ColumnValues {

  /**
   * Of columns of that type.
   *
   * @param mostRows that a page has
   */
  static ColumnValues of(ColumnType.Scalar type, int mostRows) {
    return switch (type) {
      case TEXT -> new TextValues(mostRows);
      case INTEGER, DATE -> new IntegerValues(mostRows);
      case BIGINT, TIMESTAMP, DECIMAL -> new LongValues(mostRows);
      case DOUBLE, BOOLEAN ->
          throw new IllegalArgumentException("No landed dataset has columns of type " + type);
    };
  }

  /**
   * A page of the values since the last.
   *
   * @param statistics get the least and the greatest
   */
  BytesInput encode(Statistics<?> statistics) throws IOException;

  /** How the last page is encoded. */
  Encoding encoding();

  /** What pages of this row group refer to; empty when none does. */
  default byte[] dictionary() {
    return new byte[0];
  }

  default int dictionarySize() {
    return 0;
  }

  /** Begins the next row group. */
  default void reset() {}
}
