package dev.hindsight.reports.listing;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's first page, for whoever runs the marketplace: every report of a version.
 *
 * @param window the dates that the orders were placed on
 * @param rows all reports, most worth a look first
 * @param withoutAddress those that have a page and no message
 */
public record OutboxIndex(
    String marketplaceName,
    String version,
    String window,
    List<Row> rows,
    List<Row> withoutAddress) {

  public OutboxIndex {
    rows = List.copyOf(rows);
    withoutAddress = List.copyOf(withoutAddress);
  }

  public int reportCount() {
    return rows.size();
  }

  public int messageCount() {
    return rows.size() - withoutAddress.size();
  }

  public long aboveCount() {
    return rows.stream().filter(Row::isAbove).count();
  }

  /** A count as English writes it. */
  public static String counted(long count) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
  }

  /**
   * One report.
   *
   * @param page the file name of its page
   * @param message the file name of its message; absent without an address
   * @param expected what would be usual; a dash where that is not known
   */
  public record Row(
      String sellerId,
      String sellerName,
      String page,
      @Nullable String message,
      String orders,
      String observed,
      String expected,
      String range,
      boolean isAbove) {}
}
