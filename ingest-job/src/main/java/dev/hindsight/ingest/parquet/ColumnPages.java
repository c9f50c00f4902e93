package dev.hindsight.ingest.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
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
import org.jspecify.annotations.Nullable;

/** The compressed pages of one column of a row group. Not safe for several threads. */
final class ColumnPages {
  private final ColumnDescriptor descriptor;
  private final ColumnValues values;
  private final ZstdCompressCtx zstd;
  private final List<Page> pages = new ArrayList<>();
  private long valueCount;
  private long heldBytes;

  ColumnPages(ColumnDescriptor descriptor, ColumnValues values, ZstdCompressCtx zstd) {
    this.descriptor = descriptor;
    this.values = values;
    this.zstd = zstd;
  }

  private record Page(
      Presence presence,
      Encoding encoding,
      byte[] compressed,
      int plainSize,
      Statistics<?> statistics) {}

  /** Makes a page of these cells. */
  void add(@Nullable Object[] cells) throws IOException {
    boolean isOptional = descriptor.getMaxDefinitionLevel() > 0;
    Presence presence = Presence.of(cells, isOptional);
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.setNumNulls(presence.nullCount());
    byte[] plain = values.encode(presence.present(cells), statistics).toByteArray();
    Page page =
        new Page(presence, values.encoding(), zstd.compress(plain), plain.length, statistics);
    pages.add(page);
    valueCount += cells.length;
    heldBytes += page.compressed.length + presence.levels().size();
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
              BytesInput.from(zstd.compress(dictionary)),
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
    int rowCount = page.presence.rowCount();
    file.writeDataPageV2(
        rowCount,
        page.presence.nullCount(),
        rowCount,
        BytesInput.empty(),
        page.presence.levels(),
        page.encoding,
        BytesInput.from(page.compressed),
        page.plainSize,
        page.statistics);
  }
}
