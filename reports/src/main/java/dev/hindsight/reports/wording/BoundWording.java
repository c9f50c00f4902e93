package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.ReportBound;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.wording.ReportPage.Line;
import dev.hindsight.reports.wording.ReportPage.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits of programmes that the seller is near, or beyond. */
record BoundWording(SellerReport report, Voice voice) {
  private static final int SHOWN = 6;
  private static final int DECIMALS = 2;

  @Nullable Table bounds() {
    if (report.bounds().isEmpty()) {
      return null;
    }
    return new Table(
        voice.say("bounds.title"),
        voice.say("bounds.text"),
        report.bounds().stream().limit(SHOWN).map(this::line).toList());
  }

  private Line line(ReportBound bound) {
    double rate = (double) bound.numeratorCount() / Math.max(1, bound.denominatorCount());
    return new Line(
        voice.say("bounds.label", Voice.name(bound.program()), Voice.name(bound.tier())),
        voice.say("bounds." + bound.standing()),
        List.of(
            voice.say(
                bound.boundOperator().isUpper() ? "bounds.upper" : "bounds.lower",
                percent(bound.bound()),
                percent(rate),
                voice.count(bound.numeratorCount()),
                voice.count(bound.denominatorCount()),
                bound.metricDays(),
                voice.say("bounds.metric." + bound.metric()))));
  }

  private String percent(double share) {
    return voice.formats().percent(share, DECIMALS);
  }
}
