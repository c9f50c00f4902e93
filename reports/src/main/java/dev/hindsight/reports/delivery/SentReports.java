package dev.hindsight.reports.delivery;

import dev.hindsight.reports.due.ReportedFinding;
import dev.hindsight.reports.due.SellerHistory;
import dev.hindsight.reports.due.SentReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What every seller was sent until a date. Being handed over, and unknown, count as sent: the
 * seller may have it.
 */
public final class SentReports {
  static final String FINDING = "FINDING";
  static final String ALARM = "ALARM";

  /** No period is longer, and no alarm stays in reports for longer. */
  private static final int DAYS = 60;

  private static final String SENT = "state IN ('SENDING', 'ACCEPTED', 'UNKNOWN')";

  private static final String LAST =
      """
      SELECT seller_id, as_of_date, delivery_id FROM (
        SELECT seller_id, as_of_date, delivery_id,
          row_number() OVER (PARTITION BY seller_id ORDER BY as_of_date DESC, delivery_id DESC) AS latest_first
        FROM report_delivery WHERE %s AND as_of_date <= ?) AS sent
      WHERE latest_first = 1"""
          .formatted(SENT);

  private final Map<String, LocalDate> lastDates = new HashMap<>();
  private final Map<String, List<ReportedFinding>> findings = new HashMap<>();
  private final Map<String, Set<String>> alarms = new HashMap<>();
  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Map<String, Set<String>> refused = new HashMap<>();

  private SentReports() {}

  static SentReports read(JdbcTemplate database, LocalDate asOfDate) {
    SentReports sent = new SentReports();
    sent.readLast(database, asOfDate);
    sent.readAlarms(database, asOfDate);
    sent.readPeriods(database, asOfDate);
    return sent;
  }

  private void readLast(JdbcTemplate database, LocalDate asOfDate) {
    database.query(
        LAST,
        row -> {
          lastDates.put(row.getString(1), row.getObject(2, LocalDate.class));
        },
        asOfDate);
    database.query(
        """
        SELECT seller_id, content_key, ratio, ratio_low, ratio_high
        FROM (%s) AS last_sent JOIN report_delivery_content USING (delivery_id)
        WHERE content_kind = '%s' ORDER BY content_key"""
            .formatted(LAST, FINDING),
        row -> {
          findings
              .computeIfAbsent(row.getString(1), seller -> new ArrayList<>())
              .add(
                  new ReportedFinding(
                      row.getString(2),
                      row.getDouble(3),
                      row.getObject(4, Double.class),
                      row.getObject(5, Double.class)));
        },
        asOfDate);
  }

  private void readAlarms(JdbcTemplate database, LocalDate asOfDate) {
    database.query(
        """
        SELECT seller_id, content_key FROM report_delivery JOIN report_delivery_content USING (delivery_id)
        WHERE %s AND as_of_date > ? AND content_kind = '%s'"""
            .formatted(SENT, ALARM),
        row -> {
          alarms.computeIfAbsent(row.getString(1), seller -> new HashSet<>()).add(row.getString(2));
        },
        asOfDate.minusDays(DAYS));
  }

  private void readPeriods(JdbcTemplate database, LocalDate asOfDate) {
    database.query(
        """
        SELECT seller_id, period, state FROM report_delivery
        WHERE state <> 'PLANNED' AND as_of_date > ?""",
        row -> {
          (row.getString(3).equals(DeliveryState.FAILED.name()) ? refused : taken)
              .computeIfAbsent(row.getString(1), seller -> new HashSet<>())
              .add(row.getString(2));
        },
        asOfDate.minusDays(DAYS));
  }

  /** A seller's. */
  public SellerHistory of(String sellerId) {
    return new SellerHistory(
        last(sellerId),
        alarms.getOrDefault(sellerId, Set.of()),
        taken.getOrDefault(sellerId, Set.of()),
        refused.getOrDefault(sellerId, Set.of()));
  }

  private @Nullable SentReport last(String sellerId) {
    LocalDate asOfDate = lastDates.get(sellerId);
    return asOfDate == null
        ? null
        : new SentReport(asOfDate, findings.getOrDefault(sellerId, List.of()));
  }
}
