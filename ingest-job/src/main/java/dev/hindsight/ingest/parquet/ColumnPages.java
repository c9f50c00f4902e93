package dev.hindsight.ingest.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * One column of a row group: the cells of the page in the making, and the compressed pages before
 * it. Not safe for several threads.
 */
final class ColumnPages {
  private final ColumnDescriptor descriptor;
  private final ColumnValues values;
  private final Presence presence;
  private final PageCompressor compressor;
  private final boolean isOptional;
  private final List<Page> pages = new ArrayList<>();
  private long valueCount;
  private long heldBytes;

  ColumnPages(
      ColumnDescriptor descriptor, ColumnValues values, int mostRows, PageCompressor compressor) {
    this.descriptor = descriptor;
    this.values = values;
    this.presence = new Presence(mostRows);
    this.compressor = compressor;
    this.isOptional = descriptor.getMaxDefinitionLevel() > 0;
  }

  private record Page(
      int rowCount,
      int nullCount,
      BytesInput levels,
      Encoding encoding,
      byte[] compressed,
      int plainSize,
      Statistics<?> statistics) {

    long heldBytes() {
      long boundBytes = statistics.hasNonNullValue() ? statistics.getMaxBytes().length : 0;
      return compressed.length + levels.size() + 2 * boundBytes;
    }
  }

  /** Adds a text in that row of the page. */
  void text(int row, byte[] utf8, int start, int end) {
    ((TextValues) values).add(utf8, start, end);
    presence.add(row);
  }

  /** Adds a number in that row of the page. */
  void number(int row, long number) {
    ((NumberValues) values).add(number);
    presence.add(row);
  }

  /** Makes a page of so many rows. */
  void endPage(int rowCount) throws IOException {
    int nullCount = rowCount - presence.count();
    if (!isOptional && nullCount > 0) {
      throw new IllegalStateException(
          "Required column %s is absent".formatted(descriptor.getPrimitiveType().getName()));
    }
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.setNumNulls(nullCount);
    BytesInput plain = values.encode(statistics);
    int plainSize = Math.toIntExact(plain.size());
    Page page =
        new Page(
            rowCount,
            nullCount,
            isOptional ? presence.encode(rowCount) : BytesInput.empty(),
            values.encoding(),
            compressor.compress(plain),
            plainSize,
            statistics);
    pages.add(page);
    valueCount += rowCount;
    heldBytes += page.heldBytes();
    presence.reset();
  }

  /** What is held for the row group so far. */
  long heldBytes() {
    return heldBytes;
  }

  /** Writes the column's part of the row group, and begins the next. */
  void writeTo(ParquetFileWriter file, CompressionCodecName codec) throws IOException {
    file.startColumn(descriptor, valueCount, codec);
    byte[] dictionary = values.dictionary();
    if (dictionary.length > 0) {
      file.writeDictionaryPage(
          new DictionaryPage(
              BytesInput.from(compressor.compress(BytesInput.from(dictionary))),
              dictionary.length,
              values.dictionarySize(),
              Encoding.PLAIN));
    }
    for (Page page : pages) {
      write(page, file);
    }
    file.endColumn();
    pages.clear();
    values.reset();
    valueCount = 0;
    heldBytes = 0;
  }

  private static void write(Page page, ParquetFileWriter file) throws IOException {
    file.writeDataPageV2(
        page.rowCount,
        page.nullCount,
        page.rowCount,
        BytesInput.empty(),
        page.levels,
        page.encoding,
        BytesInput.from(page.compressed),
        page.plainSize,
        page.statistics);
  }
}
