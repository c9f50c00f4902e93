package dev.hindsight.reports.overview;

import java.time.LocalDate;
import java.util.List;

/**
 * What a version says of the whole marketplace.
 *
 * @param windowStart first date of the window
 * @param asOf last date of the window, which the version is the state of
 * @param unread marts that the version does not have, or not with the columns that are shown
 */
public record Overview(
    String marketplaceName,
    String version,
    LocalDate windowStart,
    LocalDate asOf,
    Headline headline,
    CausesOverTime overTime,
    Funnel funnel,
    CausesByCategory byCategory,
    ProcessTimes process,
    EmergingProblems emerging,
    Fairness fairness,
    Quality quality,
    Changes changes,
    List<String> unread) {
  public Overview {
    unread = List.copyOf(unread);
  }
}
