package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.FileRules;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.night.NightRequest;
import dev.hindsight.reports.ReportSettings;
import dev.hindsight.reports.ReportSettings.Wishes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the night and each of its stages take. */
final class RunOptions {
  @Mixin private LakeOption lake = new LakeOption();

  @Mixin private JobRepositoryOptions jobRepository = new JobRepositoryOptions();

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = "Where the logs land as CSV files.")
  private @Nullable Path landing;

  @Option(
      names = "--outbox",
      paramLabel = "DIR",
      description = "Where reports are written (default: outbox beside the lake).")
  private @Nullable Path outbox;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The last date that counts, such as 2026-06-30 (default: the newest landed day that is over).")
  private @Nullable LocalDate asOfDate;

  @Option(
      names = "--window-days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Length of the window in days (default: 90).")
  private int windowDays;

  @Option(
      names = "--reporting-currency",
      paramLabel = "CODE",
      description = "ISO-4217 code of sums (default: the commonest currency of what was sold).")
  private @Nullable String reportingCurrency;

  @Option(
      names = "--reporting-time-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "IANA name of the zone whose dates count (default: UTC).")
  private ZoneId zone = ZoneId.of("UTC");

  @Mixin private AdviceHoldoutOptions adviceHoldout = new AdviceHoldoutOptions();

  @Mixin private FormatOptions formats = new FormatOptions();

  @Mixin private AcceptOptions accept = new AcceptOptions();

  @Mixin private GateBoundsOptions gateBounds = new GateBoundsOptions();

  @Mixin private RejectBudgetOption budget = new RejectBudgetOption();

  @Option(
      names = "--marketplace-name",
      paramLabel = "NAME",
      defaultValue = "Marketplace",
      description = "What sellers call the marketplace (default: Marketplace).")
  private String marketplaceName = "Marketplace";

  @Option(
      names = "--sender",
      paramLabel = "ADDRESS",
      description = "The address that reports come from (default: reports@hindsight.example).")
  private @Nullable String sender;

  @Option(
      names = "--reply-to",
      paramLabel = "ADDRESS",
      description = "Who reads the sellers' answers.")
  private @Nullable String replyTo;

  @Mixin private DeliveryOptions delivery = new DeliveryOptions();

  @Option(
      names = "--report-locale",
      paramLabel = "TAG",
      defaultValue = "en",
      description =
          "Language and formats for sellers whose own are not known or not spoken: en, pt, es or"
              + " de, with a country where it matters, such as pt-BR (default: en).")
  private String reportLocale = "en";

  @Option(
      names = "--case-url",
      paramLabel = "URL",
      description =
          "Where a seller finds a case: an https address with {order} or {dispute} in it. Order"
              + " numbers link only where it is set.")
  private @Nullable String caseUrl;

  @Option(
      names = "--account-note",
      paramLabel = "TEXT",
      description =
          "What a report means for a seller's account (default: that it changes nothing).")
  private @Nullable String accountNote;

  @Mixin private SparkOptions spark = new SparkOptions();

  Lake lake() {
    return lake.lake();
  }

  JobDatabase jobDatabase() {
    return jobRepository.of(lake());
  }

  LakeOption lakeOption() {
    return lake;
  }

  Path outbox() {
    return outbox != null
        ? outbox.toAbsolutePath().normalize()
        : lake().root().resolveSibling("outbox");
  }

  private String senderAddress() {
    return sender == null ? ReportSettings.DEFAULTS.sender() : sender;
  }

  ReportSettings reportSettings() {
    try {
      return new ReportSettings(
          marketplaceName,
          senderAddress(),
          replyTo,
          new Wishes(reportLocale, caseUrl, accountNote));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The request to send what is asked for by name, whatever is set. */
  NightRequest requestToSend() {
    return request(false, Progress.NONE).with(delivery.orderToSend(senderAddress()));
  }

  /**
   * The request that these options make.
   *
   * @param needsLanding whether it ingests
   * @param progress is told how far the ingest is
   * @throws UsageException when a value is out of range, or there is no landing folder to ingest
   *     from
   */
  NightRequest request(boolean needsLanding, Progress progress) {
    if (needsLanding && landing == null) {
      throw new UsageException(
          "Say where the logs land: --landing DIR, HINDSIGHT_LANDING, or landing: in hindsight.yaml");
    }
    if (windowDays < 1 || windowDays > 366) {
      throw new UsageException(
          "--window-days: %d is not possible; write 1 to 366".formatted(windowDays));
    }
    if (reportingCurrency != null && !reportingCurrency.matches("[A-Z]{3}")) {
      throw new UsageException(
          "--reporting-currency: '%s' is no currency; write an ISO-4217 code such as EUR"
              .formatted(reportingCurrency));
    }
    return new NightRequest(
        lake(),
        needsLanding ? landing : null,
        outbox(),
        asOfDate,
        windowDays,
        reportingCurrency,
        zone,
        adviceHoldout.holdout(),
        formats.formats(),
        new FileRules(budget.budget(), accept.files()),
        accept.gateRules(gateBounds.bounds(), asOfDate),
        reportSettings(),
        delivery.order(senderAddress()),
        spark.settings(),
        progress);
  }
}
