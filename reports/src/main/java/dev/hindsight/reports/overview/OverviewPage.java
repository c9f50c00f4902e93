package dev.hindsight.reports.overview;

/**
 * The overview as a page.
 *
 * @param folder where the reports lie, seen from the page: empty, or a folder's name and a slash
 */
public record OverviewPage(Overview overview, String folder) {

  /** The page inside the folder of the version's reports. */
  public static OverviewPage besideReports(Overview overview) {
    return new OverviewPage(overview, "");
  }

  /** The page one level above the folder of the version's reports. */
  public static OverviewPage aboveReports(Overview overview) {
    return new OverviewPage(overview, overview.version() + "/");
  }

  /** The numbers that the charts draw, as JSON. */
  public String numbers() {
    return EmbeddedJson.of(this);
  }

  /** The charting library. */
  public static String library() {
    return ChartScripts.BUNDLED.library();
  }

  /** What draws the charts. */
  public static String drawing() {
    return ChartScripts.BUNDLED.drawing();
  }

  /** The page's Content-Security-Policy. */
  public static String policy() {
    return ChartScripts.BUNDLED.policy();
  }
}
