package dev.hindsight.analytics.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A week of a series beside what is usual for it.
 *
 * @param usual absent while the past is too short
 * @param expected events of the week, or of as much of it as has passed; absent without a usual
 * @param weekPValue P(at least as many in an ordinary week); absent where the week is not judged
 * @param twoWeekPValue the same of it and the week before together; absent where that week alarmed
 * @param isAlarm whether it is beyond the limits of {@link TrendAlarms}
 */
public record TrendWeek(
    @Nullable UsualWeek usual,
    @Nullable Double expected,
    @Nullable Double weekPValue,
    @Nullable Double twoWeekPValue,
    boolean isAlarm) {}
