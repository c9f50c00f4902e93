package dev.hindsight.ingest.parquet;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The keys of rows that lie in Parquet files, as hashes. Of many keys a sample is compared, chosen
 * by hash and so the same on both sides: memory does not grow with the files.
 */
public final class LandedKeys {
  private static final int MOST_KEYS = 1 << 21;

  private final List<Field> key;
  private final int mostKeys;

  public LandedKeys(Contract<?> contract) {
    this(contract, MOST_KEYS);
  }

  LandedKeys(Contract<?> contract, int mostKeys) {
    this.key = contract.key();
    this.mostKeys = mostKeys;
  }

  /**
   * How many distinct keys there were, and which share of them is gone.
   *
   * @param formerCount estimated where it is large
   */
  public record Comparison(long formerCount, double lostShare) {}

  /** Compares the keys in the files of two folders. */
  public Comparison compare(Path formerFolder, Path newFolder) throws IOException {
    HashSample former = sample(formerFolder, 0);
    HashSample now = sample(newFolder, former.level());
    HashSample same = former.atLevel(now.level());
    long lost = same.countMissingIn(now);
    double share = same.size() == 0 ? 0 : (double) lost / same.size();
    return new Comparison((long) same.size() << same.level(), share);
  }

  private HashSample sample(Path folder, int level) throws IOException {
    HashSample sample = new HashSample(mostKeys, level);
    for (Path file : parquetFiles(folder)) {
      try (ParquetReader<Group> rows = new Reader(file, projection(file)).build()) {
        for (Group row = rows.read(); row != null; row = rows.read()) {
          sample.add(hash(row));
        }
      }
    }
    return sample;
  }

  /** The key as the file has it: a batch that was written anew may leave open what is required. */
  private MessageType projection(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType columns = footer.getFileMetaData().getSchema();
      return new MessageType(
          "key", key.stream().map(field -> columns.getType(field.name())).toArray(Type[]::new));
    }
  }

  private long hash(Group row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < key.size(); i++) {
      boolean isThere = row.getFieldRepetitionCount(i) > 0;
      text.append(isThere ? row.getValueToString(i, 0) : "").append('\n');
    }
    return MurmurHash3.hash128x64(text.toString().getBytes(StandardCharsets.UTF_8))[0];
  }

  private static List<Path> parquetFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(Path file, MessageType projection) {
      super((InputFile) new LocalInputFile(file), new PlainParquetConfiguration());
      set(ReadSupport.PARQUET_READ_SCHEMA, projection.toString());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  /** Hashes that end in a number of zero bits; when there are too many, in one more. */
  static final class HashSample {
    private long[] hashes = new long[1024];
    private int count;
    private int level;
    private final int most;

    HashSample(int most, int level) {
      this.most = most;
      this.level = level;
    }

    void add(long hash) {
      if (Long.numberOfTrailingZeros(hash) < level) {
        return;
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
      }
      hashes[count++] = hash;
      while (count > most) {
        distinct();
        if (count > most / 2) {
          keep(level + 1);
        }
      }
    }

    int level() {
      return level;
    }

    int size() {
      distinct();
      return count;
    }

    HashSample atLevel(int higher) {
      keep(Math.max(level, higher));
      return this;
    }

    long countMissingIn(HashSample other) {
      distinct();
      other.distinct();
      long missing = 0;
      for (int i = 0; i < count; i++) {
        missing += Arrays.binarySearch(other.hashes, 0, other.count, hashes[i]) < 0 ? 1 : 0;
      }
      return missing;
    }

    private void distinct() {
      long[] sorted = Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
      System.arraycopy(sorted, 0, hashes, 0, sorted.length);
      count = sorted.length;
    }

    private void keep(int higher) {
      level = higher;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (Long.numberOfTrailingZeros(hashes[i]) >= level) {
          hashes[kept++] = hashes[i];
        }
      }
      count = kept;
    }
  }
}
