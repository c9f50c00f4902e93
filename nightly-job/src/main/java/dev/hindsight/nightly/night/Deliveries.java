package dev.hindsight.nightly.night;

import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.reports.ReportDelivery;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.delivery.PlannedReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What became of a lake's reports, for whoever only looks. Where the database cannot be read
 * meanwhile, nobody else may have it.
 */
public final class Deliveries {
  private Deliveries() {}

  /** The deliveries that are wanted; none where nothing ever ran. */
  public static List<Delivery> of(JobDatabase database, DeliveryFilter filter) throws IOException {
    return database.isThere() ? log(database).find(filter) : List.of();
  }

  /** How many are in each state. */
  public static Map<DeliveryState, Long> counts(JobDatabase database) throws IOException {
    return database.isThere() ? log(database).counts() : Map.of();
  }

  /** Who would get what of a published version, and why others don't. */
  public static List<PlannedReport> decided(JobDatabase database, NightRequest request)
      throws IOException {
    DeliveryLog log = database.isThere() ? log(database) : emptyLog();
    return new ReportDelivery(log).decide(ReportStage.deliveryRequest(request));
  }

  private static DeliveryLog emptyLog() {
    DriverManagerDataSource database =
        new DriverManagerDataSource("jdbc:h2:mem:none;DB_CLOSE_DELAY=-1");
    return new DeliveryLog(database);
  }

  private static DeliveryLog log(JobDatabase database) {
    return new DeliveryLog(database.dataSource());
  }
}
