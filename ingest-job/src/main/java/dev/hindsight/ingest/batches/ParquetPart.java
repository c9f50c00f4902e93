package dev.hindsight.ingest.batches;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.io.FileSystemOutputFile;
import dev.hindsight.datasets.contract.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Parquet files with the columns and types of a contract's record. */
final class ParquetPart {
  private static final String FILE_NAME = "part-0.parquet";

  private ParquetPart() {}

  /** A new part in the folder. */
  static <T extends Record> CarpetWriter<T> in(Path folder, Class<T> rowType) throws IOException {
    Files.createDirectories(folder);
    return new CarpetWriter.Builder<>(
            new FileSystemOutputFile(folder.resolve(FILE_NAME).toFile()), rowType)
        .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
        .withDefaultTimeUnit(TimeUnit.MICROS)
        .withDefaultDecimal(ColumnType.AMOUNT_PRECISION, ColumnType.AMOUNT_SCALE)
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .build();
  }
}
