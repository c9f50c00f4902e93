package dev.hindsight.reports.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sound what the version was made of is, and what it holds.
 *
 * @param disputes those opened in the window
 * @param allDisputes all of them
 * @param unmappedCodes the commonest codes that the taxonomy does not know, of all history
 * @param feeds what landed for it
 * @param lastLandedAt when the latest of that landed
 * @param marts its marts and their rows, in the order of the data dictionary
 */
public record Quality(
    Defects disputes,
    Defects allDisputes,
    List<Code> unmappedCodes,
    List<Feed> feeds,
    @Nullable Instant lastLandedAt,
    List<Mart> marts) {

  public Quality {
    unmappedCodes = List.copyOf(unmappedCodes);
    feeds = List.copyOf(feeds);
    marts = List.copyOf(marts);
  }

  /**
   * What is missing of disputes.
   *
   * @param unmatched those whose order line is not known
   * @param unmapped those whose cause the taxonomy does not know
   * @param withoutCategory those whose category is not known
   * @param withoutRefund those whose refunds could not be summed
   */
  public record Defects(
      long count, long unmatched, long unmapped, long withoutCategory, long withoutRefund) {}

  /** A source's code and its disputes. */
  public record Code(String code, long disputes) {}

  /**
   * Landed files of a dataset.
   *
   * @param withRejects of the files, those of which a row was rejected
   * @param leftOut rows that a source profile leaves out on purpose
   */
  public record Feed(
      String dataset, long files, long accepted, long rejected, long withRejects, long leftOut) {}

  /**
   * A mart.
   *
   * @param rows absent where the version does not have it
   */
  public record Mart(String name, @Nullable Long rows) {}
}
