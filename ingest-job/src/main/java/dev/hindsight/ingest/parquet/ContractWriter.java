package dev.hindsight.ingest.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a contract's records as a Parquet file, with its columns and types. Not safe for several
 * threads.
 *
 * <p>Parquet's own writer takes every cell through layers that serve nested records of any shape.
 * This one keeps the records of a page and then encodes column by column; pages, footer and
 * statistics are still put into the file by Parquet's {@link ParquetFileWriter}. DECISIONS.md tells
 * what that is worth.
 *
 * @param <T> the rows' contract
 */
public final class ContractWriter<T extends Record> implements Closeable {
  private static final int ROWS_PER_PAGE = 4_000;

  /** What may be held until it is written; a row group is written when there is more. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private static final int ZSTD_LEVEL = 1;

  private final ParquetFileWriter file;
  private final ZstdCompressCtx zstd;
  private final List<Column<T>> columns = new ArrayList<>();
  private final List<T> rows = new ArrayList<>(ROWS_PER_PAGE);
  private long rowGroupRows;
  private boolean isClosed;

  private ContractWriter(ParquetFileWriter file, ZstdCompressCtx zstd) {
    this.file = file;
    this.zstd = zstd;
  }

  private record Column<T>(Function<T, @Nullable Object> component, ColumnPages pages) {}

  /** A new file; its folder is made where it is not there. */
  public static <T extends Record> ContractWriter<T> open(Path path, Contract<T> contract)
      throws IOException {
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    MessageType schema = ContractSchema.of(contract);
    ParquetFileWriter file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT);
    file.start();
    ContractWriter<T> writer =
        new ContractWriter<>(file, new ZstdCompressCtx().setLevel(ZSTD_LEVEL));
    writer.addColumns(contract, schema);
    return writer;
  }

  private void addColumns(Contract<T> contract, MessageType schema) {
    List<Function<T, @Nullable Object>> components = RecordComponents.of(contract.rowType());
    List<Field> fields = contract.fields();
    for (int i = 0; i < fields.size(); i++) {
      ColumnValues values = ColumnValues.of((ColumnType.Scalar) fields.get(i).type());
      ColumnPages pages = new ColumnPages(schema.getColumns().get(i), values, zstd);
      columns.add(new Column<>(components.get(i), pages));
    }
  }

  public void write(T row) throws IOException {
    rows.add(row);
    if (rows.size() == ROWS_PER_PAGE) {
      endPages();
    }
  }

  private void endPages() throws IOException {
    @Nullable Object[] cells = new @Nullable Object[rows.size()];
    long heldBytes = 0;
    for (Column<T> column : columns) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = column.component.apply(rows.get(i));
      }
      column.pages.add(cells);
      heldBytes += column.pages.heldBytes();
    }
    rowGroupRows += rows.size();
    rows.clear();
    if (heldBytes > ROW_GROUP_BYTES) {
      endRowGroup();
    }
  }

  private void endRowGroup() throws IOException {
    file.startBlock(rowGroupRows);
    for (Column<T> column : columns) {
      column.pages.writeTo(file, CompressionCodecName.ZSTD);
    }
    file.endBlock();
    rowGroupRows = 0;
  }

  /** Completes the file. */
  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (ParquetFileWriter closed = file;
        ZstdCompressCtx released = zstd) {
      if (!rows.isEmpty()) {
        endPages();
      }
      if (rowGroupRows > 0) {
        endRowGroup();
      }
      file.end(Map.of("hindsight.version", Program.VERSION));
    }
  }
}
