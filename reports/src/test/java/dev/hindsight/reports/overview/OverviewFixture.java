package dev.hindsight.reports.overview;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.Alarm;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.DailyMeasure;
import dev.hindsight.datasets.marts.DecisionFairness;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.OutcomeCounts;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.Restatement;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import dev.hindsight.datasets.marts.Trend;
import dev.hindsight.datasets.marts.TrendScope;
import dev.hindsight.reports.MartFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small marketplace with something of everything that the overview shows. */
public final class OverviewFixture {
  public static final VersionName VERSION = new VersionName(LocalDate.parse("2026-02-28"), 1);

  private static final LocalDate LAST_WEEK = LocalDate.parse("2026-02-16");
  private static final String CURRENCY = "EUR";

  private final Lake lake;
  private final String name;

  private OverviewFixture(Lake lake, String name) {
    this.lake = lake;
    this.name = name;
  }

  /** Writes it to the lake; every name of a stranger in it is that name. */
  public static void write(Lake lake, String name) throws IOException {
    OverviewFixture fixture = new OverviewFixture(lake, name);
    fixture.writeSellers();
    fixture.writeDisputes();
    fixture.writeTrends();
    fixture.writeProcess();
    fixture.writeManifest();
  }

  private void writeSellers() throws IOException {
    List<FunnelSellers.Name> names = new ArrayList<>();
    List<ScorecardRow> scorecards = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add(new FunnelSellers.Name("s-" + i, i == 7 ? name : "Seller " + i));
      scorecards.add(
          new ScorecardRow(
              "s-" + i,
              100L * (i + 1),
              100L * (i + 1),
              i % 9,
              i % 9,
              i % 9,
              1 + i / 3.0,
              i == 39 ? 0.01 : 0.9,
              0.1,
              new BigDecimal("10.0000"),
              CURRENCY));
    }
    MartFixture.write(lake, VERSION, SellerReport.CONTRACT, FunnelSellers.Name.class, names);
    MartFixture.write(lake, VERSION, SellerScorecard.CONTRACT, ScorecardRow.class, scorecards);
    MartFixture.write(
        lake,
        VERSION,
        SellerCause.CONTRACT,
        FunnelSellers.CauseRow.class,
        List.of(
            new FunnelSellers.CauseRow("s-7", "LATE_DELIVERY", 14, 3.5, 0.002, true, true),
            new FunnelSellers.CauseRow("s-8", "LATE_DELIVERY", 4, 3.5, 0.9, false, false)));
  }

  /** What the two readers of scorecards want of them. */
  record ScorecardRow(
      String sellerId,
      long orderCount,
      long transactionCount,
      long disputedTransactionCount,
      long openedDisputeCount,
      long observedCount,
      Double expectedCount,
      Double qValue,
      Double spread,
      BigDecimal refundedAmount,
      String currency) {}

  private void writeDisputes() throws IOException {
    List<DisputeDefects.Row> disputes =
        List.of(
            dispute(true, "DEFECTIVE", null, "2026-02-01"),
            dispute(false, "UNMAPPED", name, "2026-02-02"),
            dispute(true, "DEFECTIVE", null, "2025-02-02"));
    MartFixture.write(lake, VERSION, Dispute.CONTRACT, DisputeDefects.Row.class, disputes);
    List<CauseMonths.Row> months = new ArrayList<>();
    List<CausesByCategory.Row> cells = new ArrayList<>();
    for (String cause : List.of("DEFECTIVE", "LATE_DELIVERY", name)) {
      for (int month = 10; month <= 14; month++) {
        LocalDate first = LocalDate.of(2024, 12, 1).plusMonths(month);
        months.add(new CauseMonths.Row(cause, first, month, new BigDecimal("12.5000"), CURRENCY));
      }
      cells.add(new CausesByCategory.Row("toys", cause, 2_000, 30));
      cells.add(new CausesByCategory.Row(name, cause, 1_000, 4));
    }
    MartFixture.write(lake, VERSION, OutcomeCounts.CONTRACT, CauseMonths.Row.class, months);
    MartFixture.write(lake, VERSION, CategoryBenchmark.CONTRACT, CausesByCategory.Row.class, cells);
  }

  private static DisputeDefects.Row dispute(
      boolean isFound, String cause, @Nullable String code, String date) {
    return new DisputeDefects.Row(
        isFound, isFound ? "toys" : "UNKNOWN", cause, code, LocalDate.parse(date), null);
  }

  private void writeTrends() throws IOException {
    List<WatchedSeries.Row> weeks = new ArrayList<>();
    for (int before = 14; before >= 0; before--) {
      Alarm alarm = before == 1 ? Alarm.ABOVE : null;
      weeks.add(week(TrendScope.SELLER, "s-7", before, alarm));
      weeks.add(week(TrendScope.CATEGORY, name, before, alarm));
      weeks.add(week(TrendScope.MARKETPLACE, "*", before, null));
    }
    MartFixture.write(lake, VERSION, Trend.CONTRACT, WatchedSeries.Row.class, weeks);
  }

  private static WatchedSeries.Row week(
      TrendScope scope, String id, int before, @Nullable Alarm alarm) {
    return new WatchedSeries.Row(
        scope,
        id,
        "LATE_DELIVERY",
        LAST_WEEK.minusWeeks(before),
        true,
        alarm == null ? before % 3 : 12,
        1.5,
        alarm);
  }

  private void writeProcess() throws IOException {
    MartFixture.write(
        lake,
        VERSION,
        ProcessStep.CONTRACT,
        ProcessTimes.Row.class,
        List.of(
            new ProcessTimes.Row("OPENED", "SELLER_REPLIED", 30, 12.5, 60, 600, 0.6),
            new ProcessTimes.Row("ESCALATED", "DECIDED", 10, 40, 80, 400, 0.4)));
    MartFixture.write(
        lake,
        VERSION,
        DecisionFairness.CONTRACT,
        Fairness.Row.class,
        List.of(
            new Fairness.Row(
                "SHIP_REGION", name, "BUYER_FAVOUR", 50, 0.7, 0.5, 0.2, 0.06, 0.33, 0.01, true),
            new Fairness.Row(
                "SHIP_REGION", "DE", "PARTIAL", 60, 0.1, 0.12, -0.02, -0.1, 0.09, 0.8, false)));
    MartFixture.write(
        lake,
        VERSION,
        Restatement.CONTRACT,
        RestatedDates.Row.class,
        List.of(
            new RestatedDates.Row(
                LAST_WEEK, DailyMeasure.OPENED_DISPUTES, "2026-02-27.1", 3, 1, true)));
  }

  private void writeManifest() throws IOException {
    Path manifest = lake.version(VERSION).resolve(Lake.VERSION_MANIFEST);
    Files.writeString(
        manifest,
        """
        {"version":"2026-02-28.1","as_of_date":"2026-02-28","window_start_date":"2025-12-01",
        "window_end_date":"2026-02-28","reporting_currency":"EUR","requested_currency":null,
        "reporting_time_zone":"UTC","advice_holdout":null,"program":"hindsight 9","of_the_future":1,
        "created_at":"2026-03-01T02:00:00Z","row_counts":{"disputes":3,"trends":45},
        "inputs":[{"dataset":"transactions","batch_number":1,"sha256":"ab"},
        {"dataset":"transactions","batch_number":2,"sha256":"cd"}],
        "comparison":{"version":"2026-02-27.1","obstacle":null,"restated_date_count":1}}
        """);
    writeLanded(1, 7);
    writeLanded(2, 0);
  }

  private void writeLanded(int batch, long rejected) throws IOException {
    Path folder = Files.createDirectories(lake.batch("transactions", batch));
    Files.writeString(
        folder.resolve(Lake.FILE_MANIFEST),
        """
        {"dataset":"transactions","batch_number":%d,"file_name":"t.csv","sha256":"ab",
        "size_bytes":1,"accepted_count":1000,"rejected_count":%d,"dates":[],
        "landed_at":"2026-03-0%dT01:00:00Z","replaces_batch":null,"read_count":null,
        "left_out_count":null,"profile":null,"profile_digest":null}
        """
            .formatted(batch, rejected, batch),
        StandardCharsets.UTF_8);
  }
}
