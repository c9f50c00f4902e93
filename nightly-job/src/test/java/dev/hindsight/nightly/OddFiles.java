package dev.hindsight.nightly;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Files as broken systems, and honest ones, write them, for one feed.
 *
 * @param header of the feed's required columns
 * @param row a right row; {@code #} stands for its number
 */
record OddFiles(String header, String row) {
  static final OddFiles TRANSACTIONS =
      new OddFiles(
          "transaction_id,order_id,seller_id,category,amount,currency,ordered_at",
          "t-#,o-#,s-1,toys,12.50,EUR,2025-03-01T10:00:00Z");
  static final OddFiles DISPUTE_EVENTS =
      new OddFiles(
          "event_id,dispute_id,seller_id,event_type,occurred_at",
          "e-#,d-#,s-1,CLOSED,2025-03-01T10:00:00Z");

  private static final int LONG = 2_000_000;
  private static final int MANY = 5_000;

  /** Refused whole, by the ends of their names. */
  Map<String, byte[]> refused() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("zero-bytes.csv", new byte[0]);
    files.put("mark-only.csv", utf8("\uFEFF"));
    files.put("spaces-only.csv", utf8("   \n   \n"));
    files.put("no-header.csv", utf8(rows(1, 3)));
    files.put("duplicate-column.csv", utf8(header + ",seller_id\n" + row(1) + ",s-2\n"));
    files.put("missing-column.csv", utf8(header.replace("seller_id", "shop") + "\n" + rows(1, 3)));
    files.put("separator-line.csv", utf8("sep=,\n" + valid()));
    files.put("semicolons.csv", utf8(valid().replace(',', ';')));
    files.put("tabs.csv", utf8(valid().replace(',', '\t')));
    files.put("latin-1.csv", valid().replace("s-1", "s-\u00e9").getBytes(ISO_8859_1));
    files.put("utf-16.csv", ("\uFEFF" + valid()).getBytes(UTF_16LE));
    files.put("overlong-utf-8.csv", valid().replace("s-1", "s-\u00c0\u0080").getBytes(ISO_8859_1));
    files.put("nul-byte.csv", utf8(valid().replace("s-1", "s-\0")));
    files.put("unclosed-quote.csv", utf8(valid() + row(4).replace("s-1", "\"s-1") + "\n"));
    files.put("stray-quote.csv", utf8(valid().replace("s-1", "s\"1")));
    files.put("text-after-quote.csv", utf8(valid().replace("s-1", "\"s\"1")));
    files.put("long-row.csv", utf8(valid() + row(4).replace("s-1", "s".repeat(LONG)) + "\n"));
    files.put("truncated.csv.gz", Arrays.copyOf(gzip(utf8(header + "\n" + rows(1, 5_000))), 900));
    files.put("not-compressed.csv.gz", utf8(valid()));
    files.put("zero-bytes.csv.gz", new byte[0]);
    files.put("compressed.csv", gzip(utf8(valid())));
    return files;
  }

  /** Taken, by the ends of their names; each has three right rows, unless it is all header. */
  Map<String, byte[]> taken() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("header-only.csv", utf8(header));
    files.put("header-only-with-end.csv", utf8(header + "\n"));
    files.put("mark.csv", utf8("\uFEFF" + valid()));
    files.put("no-last-end.csv", utf8(valid().strip()));
    files.put("carriage-returns.csv", utf8(valid().replace('\n', '\r')));
    files.put("mixed-ends.csv", utf8(valid().replaceFirst("\n", "\r\n")));
    files.put("blank-lines.csv", utf8(valid().replace("\n", "\n\n")));
    files.put("ragged-rows.csv", utf8(valid() + row(4) + ",more\nt-5,o-5\n"));
    files.put("dos-end-of-file.csv", utf8(valid() + "\u001A"));
    files.put("line-in-cell.csv", utf8(valid().replace("s-1", "\"s\n1\"")));
    files.put("extra-columns.csv", utf8(wide()));
    files.put("compressed.csv.gz", gzip(utf8(valid()))); // its refused twin is called .csv
    files.put("two-members.csv.gz", twoMembers());
    return files;
  }

  /** The content behind the feed's header. */
  byte[] headed(byte[] content) {
    return joined(utf8(header + "\n"), content);
  }

  /** The header and three right rows. */
  private String valid() {
    return header + "\n" + rows(1, 3);
  }

  private String rows(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> row(number) + "\n")
        .collect(Collectors.joining());
  }

  private String row(int number) {
    return row.replace("#", Integer.toString(number));
  }

  /** Some thousand columns that no feed knows. */
  private String wide() {
    StringBuilder wide = new StringBuilder(header);
    for (int column = 0; column < MANY; column++) {
      wide.append(",extra_").append(column);
    }
    rows(1, 3).lines().forEach(line -> wide.append('\n').append(line).append(",".repeat(MANY)));
    return wide.toString();
  }

  /** As {@code cat a.gz b.gz} makes it. */
  private byte[] twoMembers() {
    byte[] first = gzip(utf8(header + "\n" + rows(1, 2)));
    byte[] second = gzip(utf8(rows(3, 3)));
    return joined(first, second);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
