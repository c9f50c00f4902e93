package dev.hindsight.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Cuts a file into parts of about one size, each between two rows. A line end within quotes ends no
 * row: whether a byte is within quotes is known from how many quotes come before it.
 *
 * <p>The file is taken in stretches of the size of a part. First quotes and line ends of each are
 * counted, of several at once; then each stretch but the first is searched for its first row. What
 * breaks the rules of quotes is cut anywhere, and refused by whoever reads the part that breaks
 * them.
 *
 * @param partBytes of a stretch
 */
record RowBoundaries(Path file, boolean isQuoted, long partBytes, long size) {
  private static final int BUFFER = 1 << 16;

  /** The parts of a file, in order; the last may be half as long again as the others. */
  static List<CsvPart> of(Path file, CsvFormat format, long partBytes) throws IOException {
    long size = Files.size(file);
    if (size < partBytes + partBytes / 2) {
      return List.of(CsvPart.WHOLE);
    }
    RowBoundaries boundaries = new RowBoundaries(file, format.isQuoted(), partBytes, size);
    try {
      return boundaries.parts(boundaries.counts());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What each stretch has, but the last, which nothing follows. */
  private List<LineEndCount> counts() {
    long stretchCount = (size - partBytes / 2 - 1) / partBytes;
    return LongStream.range(0, stretchCount).parallel().mapToObj(this::count).toList();
  }

  private LineEndCount count(long stretch) {
    LineEndCount count = new LineEndCount();
    try (InputStream in = from(stretch * partBytes)) {
      byte[] buffer = new byte[BUFFER];
      long left = partBytes;
      while (left > 0) {
        int length = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
        if (length == 0) {
          break; // it has become shorter meanwhile, for which it is refused when it is landed
        }
        count.add(buffer, length);
        left -= length;
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<CsvPart> parts(List<LineEndCount> counts) throws IOException {
    List<CsvPart> parts = new ArrayList<>();
    CsvPart last = CsvPart.WHOLE;
    long quotes = 0;
    long lineEnds = 0;
    boolean wasCarriageReturn = false;
    for (int i = 0; i < counts.size(); i++) {
      LineEndCount before = counts.get(i);
      quotes += before.quotes();
      lineEnds += before.lineEnds(wasCarriageReturn);
      wasCarriageReturn = before.endsWithCarriageReturn();
      RowSearch search =
          new RowSearch(isQuoted && quotes % 2 == 1, wasCarriageReturn, (i + 1) * partBytes);
      try (InputStream in = from(search.position())) {
        if (search.find(in, isQuoted, partBytes)) {
          parts.add(
              new CsvPart(parts.size(), last.startByte(), search.position(), last.firstLine()));
          long firstLine = lineEnds + search.lineEnds() + 1;
          last = new CsvPart(parts.size(), search.position(), CsvPart.TO_THE_END, firstLine);
        }
      }
    }
    parts.add(last);
    return parts;
  }

  private InputStream from(long position) throws IOException {
    return Channels.newInputStream(FileChannel.open(file).position(position));
  }
}
