package dev.hindsight.analytics.truth;

/**
 * A seller, or a seller and a cause, in two windows of which the second follows the first.
 *
 * @param shrunkenBefore the shrunken ratio that the mart had at the end of the first
 * @param observed of the second; to be foretold
 * @param expected of the second
 */
record WindowPair(
    long observedBefore,
    double expectedBefore,
    double shrunkenBefore,
    long observed,
    double expected) {}
