package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.reports.ReportDelivery;
import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryFilter;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.delivery.PlannedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What became of a lake's reports, for whoever only looks. Nobody else may have the job repository
 * meanwhile.
 */
public final class Deliveries {
  private Deliveries() {}

  /** The deliveries that are wanted; none where nothing ever ran. */
  public static List<Delivery> of(Lake lake, DeliveryFilter filter) {
    return isThere(lake) ? log(lake).find(filter) : List.of();
  }

  /** How many are in each state. */
  public static Map<DeliveryState, Long> counts(Lake lake) {
    return isThere(lake) ? log(lake).counts() : Map.of();
  }

  /** Who would get what of a published version, and why others don't. */
  public static List<PlannedReport> decided(NightRequest request) throws IOException {
    DeliveryLog log = isThere(request.lake()) ? log(request.lake()) : emptyLog();
    return new ReportDelivery(log).decide(ReportStage.deliveryRequest(request));
  }

  private static DeliveryLog emptyLog() {
    DriverManagerDataSource database =
        new DriverManagerDataSource("jdbc:h2:mem:none;DB_CLOSE_DELAY=-1");
    return new DeliveryLog(database);
  }

  private static boolean isThere(Lake lake) {
    return Files.exists(lake.jobs().resolve("hindsight.mv.db"));
  }

  private static DeliveryLog log(Lake lake) {
    return new DeliveryLog(new DriverManagerDataSource(BatchContext.url(lake)));
  }
}
