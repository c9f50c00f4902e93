package dev.hindsight.nightly.night;

import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.LandingFormats;
import dev.hindsight.ingest.batches.FileRules;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.nightly.gates.GateRules;
import dev.hindsight.nightly.night.NightRequest.SparkSettings;
import dev.hindsight.nightly.spark.SparkMaster;
import dev.hindsight.reports.ReportSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that differ from an ordinary one in one thing. */
record Requests(Lake lake, Path landing) {

  static Requests in(Path folder) {
    return new Requests(new Lake(folder.resolve("lake")), folder.resolve("landing"));
  }

  NightRequest ordinary() {
    return with(null, 90, null, "UTC");
  }

  NightRequest asOf(LocalDate date) {
    return with(date, 90, null, "UTC");
  }

  NightRequest inZone(String zone) {
    return with(null, 90, null, zone);
  }

  NightRequest with(
      @Nullable LocalDate asOf, int windowDays, @Nullable String currency, String zone) {
    return new NightRequest(
        lake,
        landing,
        lake.root().resolveSibling("outbox"),
        asOf,
        windowDays,
        currency,
        ZoneId.of(zone),
        AdviceHoldout.NONE,
        LandingFormats.DEFAULT,
        rules(RejectBudget.DEFAULT),
        GateRules.DEFAULT,
        ReportSettings.DEFAULTS,
        DeliveryOrder.NONE,
        new SparkSettings(new SparkMaster("local[1]", Map.of()), "64m", false),
        Progress.NONE);
  }

  NightRequest into(Path outbox) {
    NightRequest same = ordinary();
    return new NightRequest(
        same.lake(),
        same.landing(),
        outbox,
        same.asOfDate(),
        same.windowDays(),
        same.reportingCurrency(),
        same.zone(),
        same.adviceHoldout(),
        same.formats(),
        same.fileRules(),
        same.gates(),
        same.reports(),
        same.delivery(),
        same.spark(),
        Progress.NONE);
  }

  NightRequest holdingOut(AdviceHoldout holdout) {
    NightRequest same = ordinary();
    return new NightRequest(
        same.lake(),
        same.landing(),
        same.outbox(),
        same.asOfDate(),
        same.windowDays(),
        same.reportingCurrency(),
        same.zone(),
        holdout,
        same.formats(),
        same.fileRules(),
        same.gates(),
        same.reports(),
        same.delivery(),
        same.spark(),
        Progress.NONE);
  }

  NightRequest with(RejectBudget budget, ReportSettings reports, SparkSettings spark) {
    return with(rules(budget), reports, spark);
  }

  private NightRequest with(FileRules fileRules, ReportSettings reports, SparkSettings spark) {
    NightRequest same = ordinary();
    return new NightRequest(
        same.lake(),
        same.landing(),
        same.outbox(),
        same.asOfDate(),
        same.windowDays(),
        same.reportingCurrency(),
        same.zone(),
        same.adviceHoldout(),
        same.formats(),
        fileRules,
        same.gates(),
        reports,
        same.delivery(),
        spark,
        Progress.NONE);
  }

  /** A request that lets files of these names lack rows. */
  NightRequest accepting(String... fileNames) {
    NightRequest same = ordinary();
    return with(
        new FileRules(RejectBudget.DEFAULT, Set.of(fileNames)), same.reports(), same.spark());
  }

  private static FileRules rules(RejectBudget budget) {
    return new FileRules(budget, Set.of());
  }
}
