package dev.hindsight.reports.delivery;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.due.DueReason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of every report, in the job repository's database. A report is marked as being handed
 * over, safely, before it is; so whatever is killed, what may have been sent is known, and is not
 * sent again. Whoever writes to it holds the lake. Thread-safe.
 */
public final class DeliveryLog {
  private static final int ANSWER_LENGTH = 500;
  private static final String COLUMNS =
      "delivery_id, seller_id, period, version, due_reason, address, state, answer, attempt_count,"
          + " changed_at";

  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final SafeDisk disk;
  private final DeliveryPlan plan;

  /** Opens the log of a database, and makes its tables where they are missing. */
  public DeliveryLog(DataSource dataSource) {
    database = new JdbcTemplate(dataSource);
    DeliverySchema.create(database);
    disk = new SafeDisk(database, isH2(database));
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    plan = new DeliveryPlan(database, transaction);
  }

  private static boolean isH2(JdbcTemplate database) {
    ConnectionCallback<String> product = DeliveryLog::product;
    return "H2".equals(database.execute(product));
  }

  private static String product(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }

  /** What sellers were sent until a date, and what of its periods is taken. */
  public SentReports sentUntil(LocalDate asOfDate) {
    return SentReports.read(database, asOfDate);
  }

  /** Records what was decided as of a date, in place of what was decided of it before. */
  public void decided(VersionName version, List<PlannedReport> reports) {
    plan.decided(version, reports);
  }

  /** Makes the due ones of these the only planned deliveries. */
  public void planned(VersionName version, List<PlannedReport> reports) {
    plan.planned(version, reports);
  }

  /**
   * Of deliveries that were being handed over when their process ended nobody knows whether they
   * arrived.
   *
   * @return how many there were
   */
  public int closeInterrupted() {
    return database.update(
        """
        UPDATE report_delivery SET state = 'UNKNOWN', attempt_count = attempt_count + 1,
          changed_at = CURRENT_TIMESTAMP, answer = 'the process ended while the message was being handed over'
        WHERE state = 'SENDING'""");
  }

  /**
   * Marks deliveries as being handed over. When this returns, not even a kill lets it be forgotten.
   *
   * @throws IllegalStateException when one is no longer in the state that the caller knows; then
   *     none is marked
   */
  public void sending(List<Delivery> deliveries) {
    transaction.executeWithoutResult(
        status -> {
          for (Delivery delivery : deliveries) {
            mark(delivery);
          }
        });
    disk.await();
  }

  private void mark(Delivery delivery) {
    int changed =
        database.update(
            """
            UPDATE report_delivery SET state = 'SENDING', changed_at = CURRENT_TIMESTAMP, answer = NULL
            WHERE delivery_id = ? AND state = ?""",
            delivery.deliveryId(),
            delivery.state().name());
    if (changed != 1) {
      throw new IllegalStateException(
          "The report of %s to seller %s is no longer %s"
              .formatted(delivery.period(), delivery.sellerId(), delivery.state().title()));
    }
  }

  /** Takes the mark from deliveries that were not handed over after all. */
  public void notSending(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      database.update(
          """
          UPDATE report_delivery SET state = ?, answer = ?, changed_at = CURRENT_TIMESTAMP
          WHERE delivery_id = ? AND state = 'SENDING'""",
          delivery.state().name(),
          delivery.answer(),
          delivery.deliveryId());
    }
  }

  /** Says what became of a delivery. */
  public void ended(Delivery delivery, DeliveryState state, @Nullable String answer) {
    database.update(
        """
        UPDATE report_delivery SET state = ?, answer = ?, attempt_count = attempt_count + 1,
          changed_at = CURRENT_TIMESTAMP
        WHERE delivery_id = ?""",
        state.name(),
        answer == null ? null : answer.substring(0, Math.min(ANSWER_LENGTH, answer.length())),
        delivery.deliveryId());
  }

  /** Sees to it that the ends of all deliveries are on the disk. */
  public void safe() {
    disk.await();
  }

  /** The deliveries that are wanted, the latest as-of date first. */
  public List<Delivery> find(DeliveryFilter filter) {
    return database
        .query(
            "SELECT %s FROM report_delivery ORDER BY as_of_date DESC, seller_id, period"
                .formatted(COLUMNS),
            (row, number) -> delivery(row))
        .stream()
        .filter(filter::takes)
        .toList();
  }

  /** How many deliveries are in each state. */
  public Map<DeliveryState, Long> counts() {
    Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
    database.query(
        "SELECT state, count(*) FROM report_delivery GROUP BY state",
        row -> {
          counts.put(DeliveryState.valueOf(row.getString(1)), row.getLong(2));
        });
    return counts;
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        version(row.getString(4)),
        DueReason.valueOf(row.getString(5)),
        row.getString(6),
        DeliveryState.valueOf(row.getString(7)),
        row.getString(8),
        row.getInt(9),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }

  private static VersionName version(String name) {
    Optional<VersionName> version = VersionName.parse(name);
    return version.orElseThrow(
        () -> new IllegalStateException("The delivery log names no version: " + name));
  }
}
