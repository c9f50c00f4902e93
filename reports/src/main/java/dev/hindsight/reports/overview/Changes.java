package dev.hindsight.reports.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version says differently from the one before about past dates.
 *
 * @param earlierVersion the version before; absent where there is none, or none is known of
 * @param obstacle why the two are not compared; absent when they are
 * @param correctedDateCount dates of which a number was corrected
 * @param grownDateCount dates of which none was corrected, and one has grown
 * @param measures what was counted otherwise
 */
public record Changes(
    @Nullable String earlierVersion,
    @Nullable String obstacle,
    long correctedDateCount,
    long grownDateCount,
    List<Measure> measures) {

  public Changes {
    measures = List.copyOf(measures);
  }

  /**
   * A measure.
   *
   * @param correctedDates dates of which the number, or its money, was corrected
   * @param corrected by how much in sum
   * @param grownDates dates of which the number has only grown
   * @param grown by how much in sum, over all dates
   */
  public record Measure(
      String name, long correctedDates, long corrected, long grownDates, long grown) {}
}
