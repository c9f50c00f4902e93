package dev.hindsight.reports.due;

import dev.hindsight.datasets.landed.ReportFrequency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tonight's report of a seller would tell, as far as it decides whether it is sent.
 *
 * @param alarms what each is known by
 */
public record SellerNews(
    String sellerId,
    @Nullable String email,
    ReportFrequency frequency,
    List<ReportedFinding> findings,
    List<String> alarms) {

  public SellerNews {
    findings = List.copyOf(findings);
    alarms = List.copyOf(alarms);
  }
}
