package dev.hindsight.reports.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one report says, in the order in which it says it. HTML and plain text are renderings of it;
 * a section without content is absent.
 *
 * @param language the BCP-47 tag of all its sentences
 * @param product what it is, beside the marketplace's name
 * @param preheader what a mailbox shows after the subject
 */
public record ReportPage(
    String language,
    String marketplaceName,
    String product,
    String subject,
    String preheader,
    String sellerName,
    String period,
    Opening opening,
    @Nullable FirstThings firstThings,
    @Nullable Causes causes,
    @Nullable Months months,
    @Nullable Endings endings,
    @Nullable Cases latestCases,
    Limits limits,
    List<String> footer) {

  /** The headline and the few sentences that everybody reads. */
  public record Opening(String headline, List<String> paragraphs, @Nullable Figure figure) {}

  /** The seller's number beside the usual one. */
  public record Figure(Line yours, Line about, Line range, Legend legend, Bar bar) {}

  /** What the colours of bars mean. */
  public record Legend(String yours, String above, String usual) {}

  /** Something with its value, and what else is to be said about it. */
  public record Line(String label, String value, @Nullable String note) {}

  /** What to do, most urgent first. */
  public record FirstThings(String title, List<Card> cards) {}

  /**
   * One thing to do.
   *
   * @param items what it is about, one line each
   * @param action what usually helps
   */
  public record Card(String title, String text, List<String> items, @Nullable String action) {}

  /** The causes beside their usual ranges. */
  public record Causes(
      String title, String text, Legend legend, List<CauseBar> bars, @Nullable String more) {}

  /** One cause; its number stands in the text beside its bar. */
  public record CauseBar(String label, String count, List<String> notes, Bar bar) {}

  /** Disputes by month opened. */
  public record Months(String title, String text, List<MonthColumn> columns) {}

  /** One month, and its height in percent of the highest. */
  public record MonthColumn(String label, String count, int heightPercent) {}

  /** How the disputes ended. */
  public record Endings(String title, String text, List<Line> lines) {}

  /** The latest cases, under the headings of their columns. */
  public record Cases(
      String title,
      String text,
      String orderHeading,
      String openedHeading,
      String amountHeading,
      List<CaseRow> rows,
      String objection) {}

  /** One case; what is not known is empty. */
  public record CaseRow(String order, String subject, String opened, String amount, String state) {}

  /** What the report rests on, and what it leaves out. */
  public record Limits(String title, List<Note> notes) {}

  /** A term and what is to be known about it. */
  public record Note(String term, String text) {}
}
