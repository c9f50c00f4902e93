package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows of a contract as a Parquet file, with its columns and types. A row is written cell by
 * cell, in any order, and ended; cells that were not written are absent. Not safe for several
 * threads.
 *
 * <p>Parquet's own writer takes every cell through layers that serve nested records of any shape.
 * This one keeps the cells of each column until they make a page, and no row is ever an object;
 * pages, footer and statistics are still put into the file by Parquet's {@link ParquetFileWriter}.
 * DECISIONS.md tells what that is worth.
 */
public final class ContractWriter implements Closeable {
  /** The number of a cell that is absent. */
  public static final long ABSENT = Long.MIN_VALUE;

  private static final int ROWS_PER_PAGE = 8_000;

  /** Bytes of texts in a page; pages with more are ended before they have all their rows. */
  private static final int PAGE_BYTES = 4 << 20;

  /** What may be held until it is written; a row group is written when there is more. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final ParquetFileWriter file;
  private final PageCompressor compressor;
  private final ColumnPages[] columns;
  private int pageRows;
  private int pageBytes;
  private long rowGroupRows;
  private boolean isClosed;

  private ContractWriter(ParquetFileWriter file, PageCompressor compressor, ColumnPages[] columns) {
    this.file = file;
    this.compressor = compressor;
    this.columns = columns;
  }

  /** A new file; its folder is made where it is not there. */
  public static ContractWriter open(Path path, Contract<?> contract) throws IOException {
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    MessageType schema = ContractSchema.of(contract);
    PageCompressor compressor = new PageCompressor();
    ColumnPages[] columns = columns(contract, schema, compressor);
    ParquetFileWriter file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT);
    file.start();
    return new ContractWriter(file, compressor, columns);
  }

  private static ColumnPages[] columns(
      Contract<?> contract, MessageType schema, PageCompressor compressor) {
    List<Field> fields = contract.fields();
    ColumnPages[] columns = new ColumnPages[fields.size()];
    for (int i = 0; i < columns.length; i++) {
      ColumnValues values =
          ColumnValues.of((ColumnType.Scalar) fields.get(i).type(), ROWS_PER_PAGE);
      columns[i] = new ColumnPages(schema.getColumns().get(i), values, ROWS_PER_PAGE, compressor);
    }
    return columns;
  }

  /**
   * Writes a cell of a column of texts or enums.
   *
   * @param column the column's place in the contract
   * @param utf8 holds the text, which is copied
   */
  public void text(int column, byte[] utf8, int start, int end) {
    columns[column].text(pageRows, utf8, start, end);
    pageBytes += end - start;
  }

  /** Writes a cell of a column of texts or enums. */
  public void text(int column, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    text(column, utf8, 0, utf8.length);
  }

  /**
   * Writes a cell of any other column: whole numbers, days or microseconds since 1970, units of an
   * amount's scale.
   *
   * @param column the column's place in the contract
   * @param number nothing is written when it is {@link #ABSENT}
   */
  public void number(int column, long number) {
    if (number != ABSENT) {
      columns[column].number(pageRows, number);
    }
  }

  /**
   * Ends the row.
   *
   * @throws IllegalStateException when it lacks a required cell; told for a page of rows at once
   */
  public void endRow() throws IOException {
    pageRows++;
    if (pageRows == ROWS_PER_PAGE || pageBytes > PAGE_BYTES) {
      endPages();
    }
  }

  private void endPages() throws IOException {
    long heldBytes = 0;
    for (ColumnPages column : columns) {
      column.endPage(pageRows);
      heldBytes += column.heldBytes();
    }
    rowGroupRows += pageRows;
    pageRows = 0;
    pageBytes = 0;
    if (heldBytes > ROW_GROUP_BYTES) {
      endRowGroup();
    }
  }

  private void endRowGroup() throws IOException {
    file.startBlock(rowGroupRows);
    for (ColumnPages column : columns) {
      column.writeTo(file, CompressionCodecName.ZSTD);
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
        PageCompressor released = compressor) {
      if (pageRows > 0) {
        endPages();
      }
      if (rowGroupRows > 0) {
        endRowGroup();
      }
      file.end(Map.of("hindsight.version", Program.VERSION));
    }
  }
}
