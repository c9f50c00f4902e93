package dev.hindsight.reports.rendering;

import dev.hindsight.reports.listing.OutboxIndex;
import dev.hindsight.reports.overview.OverviewPage;
import dev.hindsight.reports.wording.ReportPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * The HTML pages, from precompiled templates that escape every value for the place it stands in.
 * Thread-safe.
 */
public final class Pages {
  private static final String TEMPLATES = "dev.hindsight.reports.templates";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

  /** A report, for mail clients and browsers alike. */
  public String report(ReportPage page) {
    return render("report.jte", page);
  }

  /** The outbox's first page. */
  public String index(OutboxIndex index) {
    return render("index.jte", index);
  }

  /** What a version says of the whole marketplace. */
  public String overview(OverviewPage page) {
    return render("overview.jte", page);
  }

  private String render(String template, Object content) {
    StringOutput output = new StringOutput();
    engine.render(template, content, output);
    return output.toString();
  }
}
