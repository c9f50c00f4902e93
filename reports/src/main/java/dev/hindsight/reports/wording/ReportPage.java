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
    @Nullable Tasks tasks,
    @Nullable Waiting waiting,
    @Nullable Causes causes,
    @Nullable Months months,
    @Nullable Table endings,
    @Nullable Table bounds,
    @Nullable Cases latestCases,
    Limits limits,
    List<String> footer) {

  public ReportPage {
    footer = List.copyOf(footer);
  }

  /**
   * The headline and the few sentences that everybody reads.
   *
   * @param direction how it moved since the window before; absent where nothing can be said
   */
  public record Opening(
      String headline,
      @Nullable String direction,
      List<News> news,
      List<String> paragraphs,
      @Nullable Figure figure) {}

  /** Something that changed; what is good comes first. */
  public record News(boolean isGood, String text) {}

  /** The seller's number beside the usual one. */
  public record Figure(Line yours, Line about, Line range, Legend legend, Bar bar) {}

  /** What the colours of bars mean. */
  public record Legend(String yours, String above, String usual) {}

  /** Something with its value, and what else is to be said about it. */
  public record Line(String label, String value, List<String> notes) {}

  /** What to do, what brings most first. */
  public record Tasks(String title, List<Task> tasks) {}

  /**
   * One thing to do.
   *
   * @param finding the letter that marks its cases
   * @param evidence how often it happened, and where
   * @param lead what comes before the action
   * @param gain what the action could bring, with its range
   * @param cases the latest cases of the finding
   */
  public record Task(
      String finding,
      String badge,
      String title,
      List<String> evidence,
      String lead,
      Passage action,
      List<Proof> proofs,
      Note gain,
      @Nullable Cases cases) {}

  /** What to keep, or whose rule asks for it. */
  public record Proof(String term, Passage text) {}

  /**
   * A text that may stand in another language than the page.
   *
   * @param language the BCP-47 tag where it does; absent where it is the page's
   */
  public record Passage(String text, @Nullable String language) {}

  /** Disputes that wait for the seller's first answer. */
  public record Waiting(String title, String text, List<String> items) {}

  /** The causes beside their usual ranges. */
  public record Causes(
      String title, String text, Legend legend, List<CauseBar> bars, @Nullable String more) {}

  /** One cause; its number stands in the text beside its bar. */
  public record CauseBar(String label, String count, List<String> notes, Bar bar) {}

  /** Disputes by month opened. */
  public record Months(String title, String text, List<MonthColumn> columns) {}

  /** One month, and its height in percent of the highest. */
  public record MonthColumn(String label, String count, int heightPercent) {}

  /** Lines under a title. */
  public record Table(String title, String text, List<Line> lines) {}

  /**
   * Cases under the headings of their columns.
   *
   * @param title absent where they stand beside what they are cases of
   * @param objection how to object; absent where it is said elsewhere
   */
  public record Cases(
      @Nullable String title,
      String text,
      String orderHeading,
      String openedHeading,
      String amountHeading,
      List<CaseRow> rows,
      @Nullable String objection) {}

  /**
   * One case; what is not known is empty.
   *
   * @param link where the seller finds it; absent where no address is configured
   */
  public record CaseRow(
      String order,
      @Nullable String link,
      String subject,
      String opened,
      String amount,
      String state) {}

  /** What the report rests on, and what it leaves out. */
  public record Limits(String title, List<Note> notes) {}

  /** A term and what is to be known about it. */
  public record Note(String term, Passage text) {}
}
