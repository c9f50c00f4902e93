package dev.hindsight.reports.delivery;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.due.Decision;
import dev.hindsight.reports.due.DueReason;
import dev.hindsight.reports.due.ReportedFinding;
import dev.hindsight.reports.due.SkipReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes decisions and planned deliveries to the log, all of a night's or none. */
record DeliveryPlan(JdbcTemplate database, TransactionTemplate transaction) {
  private static final int BATCH_SIZE = 1_000;
  private static final int DAYS_KEPT = 90;

  void decided(VersionName version, List<PlannedReport> reports) {
    LocalDate asOfDate = version.asOfDate();
    transaction.executeWithoutResult(
        status -> {
          database.update(
              "DELETE FROM report_decision WHERE as_of_date = ? OR as_of_date < ?",
              asOfDate,
              asOfDate.minusDays(DAYS_KEPT));
          insert(
              """
              INSERT INTO report_decision (as_of_date, seller_id, version, period, due_reason, skip_reason)
              VALUES (?, ?, ?, ?, ?, ?)""",
              reports.stream().map(report -> decision(version, report.decision())).toList());
        });
  }

  private static Object[] decision(VersionName version, Decision decision) {
    DueReason due = decision.dueReason();
    SkipReason skip = decision.skipReason();
    return row(
        version.asOfDate(),
        decision.sellerId(),
        version.toString(),
        decision.period(),
        due == null ? null : due.name(),
        skip == null ? null : skip.name());
  }

  void planned(VersionName version, List<PlannedReport> reports) {
    List<PlannedReport> due = reports.stream().filter(report -> report.decision().isDue()).toList();
    transaction.executeWithoutResult(
        status -> {
          database.update("DELETE FROM report_delivery WHERE state = 'PLANNED'");
          insert(
              """
              INSERT INTO report_delivery (seller_id, period, version, as_of_date, due_reason, address,
                state, attempt_count, changed_at)
              VALUES (?, ?, ?, ?, ?, ?, 'PLANNED', 0, CURRENT_TIMESTAMP)""",
              due.stream().map(report -> delivery(version, report)).toList());
          insertContents(due);
        });
  }

  private static Object[] delivery(VersionName version, PlannedReport report) {
    Decision decision = report.decision();
    return row(
        decision.sellerId(),
        decision.period(),
        version.toString(),
        version.asOfDate(),
        Objects.requireNonNull(decision.dueReason(), "dueReason").name(),
        Objects.requireNonNull(report.news().email(), "email").strip());
  }

  private void insertContents(List<PlannedReport> due) {
    Map<String, Long> ids = new HashMap<>();
    database.query(
        "SELECT seller_id, delivery_id FROM report_delivery WHERE state = 'PLANNED'",
        row -> {
          ids.put(row.getString(1), row.getLong(2));
        });
    List<Object[]> contents = new ArrayList<>();
    for (PlannedReport report : due) {
      Long id = Objects.requireNonNull(ids.get(report.news().sellerId()), "just inserted");
      for (ReportedFinding finding : report.news().findings()) {
        contents.add(
            row(
                id,
                SentReports.FINDING,
                finding.cause(),
                finding.ratio(),
                finding.ratioLow(),
                finding.ratioHigh()));
      }
      report.news().alarms().stream()
          .distinct()
          .forEach(alarm -> contents.add(row(id, SentReports.ALARM, alarm, null, null, null)));
    }
    insert(
        """
        INSERT INTO report_delivery_content (delivery_id, content_kind, content_key, ratio, ratio_low, ratio_high)
        VALUES (?, ?, ?, ?, ?, ?)""",
        contents);
  }

  private void insert(String statement, List<Object[]> rows) {
    for (int first = 0; first < rows.size(); first += BATCH_SIZE) {
      database.batchUpdate(
          statement, rows.subList(first, Math.min(rows.size(), first + BATCH_SIZE)));
    }
  }

  @SuppressWarnings("NullAway") // JDBC takes an absent value for NULL
  private static Object[] row(@Nullable Object... values) {
    return values;
  }
}
