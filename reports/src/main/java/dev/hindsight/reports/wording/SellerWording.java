package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a row of the mart into what its report says, in the marketplace's name. */
public record SellerWording(Marketplace marketplace) {

  /** What it says where the seller's last report is not known. */
  public ReportPage of(SellerReport report) {
    return of(report, null);
  }

  /**
   * What it says.
   *
   * @param last what the seller was told last, which decides what is new; absent where that is not
   *     known
   */
  public ReportPage of(SellerReport report, @Nullable LastReport last) {
    Voice voice = Voice.to(report, marketplace);
    OpeningWording opening = new OpeningWording(report, last, voice);
    TaskWording tasks = new TaskWording(report, voice);
    CaseWording cases = new CaseWording(report, voice);
    return new ReportPage(
        voice.locale().toLanguageTag(),
        voice.marketplaceName(),
        voice.say("product"),
        opening.subject(),
        opening.preheader(),
        sellerName(report),
        voice.say("period", Voice.days(report), voice.formats().date(report.windowEndDate())),
        opening.opening(),
        tasks.tasks(),
        tasks.waiting(),
        new CauseWording(report, voice).causes(),
        new MonthWording(report, voice).months(),
        new EndingWording(report, voice).endings(),
        new BoundWording(report, voice).bounds(),
        report.tasks().isEmpty() ? cases.latestCases() : null,
        new LimitWording(report, voice).limits(),
        List.of(
            voice.say("footer.reason", voice.marketplaceName())
                + " "
                + voice.say("footer." + report.reportFrequency())));
  }

  private static String sellerName(SellerReport report) {
    String name = report.sellerName() == null ? "" : Voice.name(report.sellerName());
    return name.isEmpty() ? Voice.name(report.sellerId()) : name;
  }
}
