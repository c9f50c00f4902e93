package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.ColumnType;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Encodes the values of a column, page by page. Not safe for several threads. */
interface ColumnValues {

  /** Of columns of that type. */
  static ColumnValues of(ColumnType.Scalar type) {
    return switch (type) {
      case TEXT -> new TextValues();
      case INTEGER, DATE -> new IntegerValues();
      case BIGINT, TIMESTAMP, DECIMAL -> new LongValues();
      case DOUBLE, BOOLEAN ->
          throw new IllegalArgumentException("No landed dataset has columns of type " + type);
    };
  }

  /**
   * A page of these values.
   *
   * @param statistics get the least and the greatest, where that is of use to readers
   */
  BytesInput encode(Object[] values, Statistics<?> statistics) throws IOException;

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
