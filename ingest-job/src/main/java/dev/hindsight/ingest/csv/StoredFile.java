package dev.hindsight.ingest.csv;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ChecksumInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is stored, and how it is packed: as it is, with gzip, or as the one CSV of a zip.
 */
record StoredFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final long NO_LIMIT = -1;
  private static final List<String> NOT_IN_ZIP = List.of("__MACOSX/", ".");

  String name() {
    return String.valueOf(path.getFileName());
  }

  boolean isPacked() {
    return isGzip() || isZip();
  }

  /** The bytes of a part. */
  StoredBytes open(CsvPart part) throws IOException {
    if (isZip()) {
      return new StoredBytes(zipped(), counted(InputStream.nullInputStream(), NO_LIMIT));
    }
    BoundedInputStream stored = stored(isGzip() ? CsvPart.WHOLE : part);
    return new StoredBytes(isGzip() ? unzipped(stored) : stored, stored);
  }

  private BoundedInputStream stored(CsvPart part) throws IOException {
    FileChannel channel = FileChannel.open(path);
    boolean isToTheEnd = part.endByte() == CsvPart.TO_THE_END;
    return counted(
        Channels.newInputStream(channel.position(part.startByte())),
        isToTheEnd ? NO_LIMIT : part.endByte() - part.startByte());
  }

  private static BoundedInputStream counted(InputStream in, long limit) throws IOException {
    return BoundedInputStream.builder().setInputStream(in).setMaxCount(limit).get();
  }

  /** Why the packing is broken, with the remedy; absent when that is not what went wrong. */
  @Nullable String brokenPacking(IOException cause) {
    String kind = isGzip() ? "gzip" : "zip";
    if (cause instanceof EOFException) {
      return "the %s file ends too early; upload it again".formatted(kind);
    }
    if (cause instanceof NotOneCsvException) {
      return String.valueOf(cause.getMessage());
    }
    boolean isUnsound = cause instanceof ZipException || isChecksum(cause);
    return isUnsound
        ? "this is not a sound %s file; compress and upload it again".formatted(kind)
        : null;
  }

  private static boolean isChecksum(IOException cause) {
    return String.valueOf(cause.getMessage()).startsWith("Checksum");
  }

  private boolean isGzip() {
    return Packing.of(name()) == Packing.GZIP;
  }

  private boolean isZip() {
    return Packing.of(name()) == Packing.ZIP;
  }

  private static InputStream unzipped(InputStream gzip) throws IOException {
    try {
      return new GZIPInputStream(gzip, BUFFER);
    } catch (IOException e) {
      gzip.close();
      throw e;
    }
  }

  private InputStream zipped() throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    try {
      return new ClosingZip(checked(zip, onlyCsv(zip)), zip);
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static InputStream checked(ZipFile zip, ZipEntry entry) throws IOException {
    return ChecksumInputStream.builder()
        .setInputStream(zip.getInputStream(entry))
        .setChecksum(new java.util.zip.CRC32())
        .setExpectedChecksumValue(entry.getCrc())
        .get();
  }

  private static ZipEntry onlyCsv(ZipFile zip) throws IOException {
    List<? extends ZipEntry> files =
        zip.stream()
            .filter(entry -> !entry.isDirectory())
            .filter(entry -> NOT_IN_ZIP.stream().noneMatch(entry.getName()::startsWith))
            .toList();
    if (files.size() != 1) {
      throw new NotOneCsvException(
          "the zip file holds %d files; put exactly one CSV file into each zip"
              .formatted(files.size()));
    }
    return files.get(0);
  }

  /**
   * Open bytes.
   *
   * @param unpacked what is to be read
   * @param stored what that is read from, which counts
   */
  record StoredBytes(InputStream unpacked, BoundedInputStream stored) {}

  /** Closes the zip with the entry that was read from it. */
  private static final class ClosingZip extends FilterInputStream {
    private final ZipFile zip;

    ClosingZip(InputStream entry, ZipFile zip) {
      super(entry);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      super.close();
      zip.close();
    }
  }

  private static final class NotOneCsvException extends IOException {
    private static final long serialVersionUID = 1L;

    NotOneCsvException(String message) {
      super(message);
    }
  }
}
