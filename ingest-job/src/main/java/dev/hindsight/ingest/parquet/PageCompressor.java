package dev.hindsight.ingest.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** Compresses pages with zstd, in memory that serves all of them. Not safe for several threads. */
final class PageCompressor implements Closeable {
  private static final int LEVEL = 1;

  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private final Plain plain = new Plain();
  private byte[] compressed = new byte[0];

  byte[] compress(BytesInput page) throws IOException {
    plain.reset();
    page.writeAllTo(plain);
    int most = Math.toIntExact(Zstd.compressBound(plain.size()));
    if (compressed.length < most) {
      compressed = new byte[most];
    }
    int length = zstd.compressByteArray(compressed, 0, most, plain.bytes(), 0, plain.size());
    return Arrays.copyOf(compressed, length);
  }

  @Override
  public void close() {
    zstd.close();
  }

  /** Gives its bytes without a copy. */
  private static final class Plain extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
