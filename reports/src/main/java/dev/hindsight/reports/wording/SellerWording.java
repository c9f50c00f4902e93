package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.SellerReport;
import java.util.List;

/** Turns a row of the mart into what its report says, in the marketplace's name. */
public record SellerWording(String marketplaceName) {

  public ReportPage of(SellerReport report) {
    Voice voice = Voice.to(report, marketplaceName);
    OpeningWording opening = new OpeningWording(report, voice);
    return new ReportPage(
        voice.formats().locale().toLanguageTag(),
        voice.marketplaceName(),
        voice.say("product"),
        opening.subject(),
        opening.preheader(),
        sellerName(report),
        voice.say("period", Voice.days(report), voice.formats().date(report.windowEndDate())),
        opening.opening(),
        new FirstThingsWording(report, voice).firstThings(),
        new CauseWording(report, voice).causes(),
        new MonthWording(report, voice).months(),
        new EndingWording(report, voice).endings(),
        new CaseWording(report, voice).latestCases(),
        new LimitWording(report, voice).limits(),
        List.of(voice.say("footer.reason", voice.marketplaceName())));
  }

  private static String sellerName(SellerReport report) {
    String name = report.sellerName() == null ? "" : Voice.name(report.sellerName());
    return name.isEmpty() ? Voice.name(report.sellerId()) : name;
  }
}
