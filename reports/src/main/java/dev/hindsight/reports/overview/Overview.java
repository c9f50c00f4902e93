package dev.hindsight.reports.overview;

import java.time.LocalDate;

/**
 * What a version says of the whole marketplace.
 *
 * @param windowStart first date of the window
 * @param asOf last date of the window, which the version is the state of
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
    Changes changes) {}
